import { createBrowserRouter } from 'react-router';
import { base } from '@/lib/base';
import { routes } from './routes';

export const router = createBrowserRouter(routes, { basename: base || '/' });
