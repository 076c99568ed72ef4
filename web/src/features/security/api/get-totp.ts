import { queryOptions } from '@tanstack/react-query';
import { client } from '@/api/client';
import { securityKeys } from './keys';

export const totpQuery = () => queryOptions({ queryKey: securityKeys.totp, queryFn: () => client.getTotp() });
