import { createServer } from 'vite';

/** The addresses of the app's router, as it declares them ("/f/:film/shots/:code"), without those that only send elsewhere. */
export async function declaredRoutes() {
  const vite = await createServer({
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    logLevel: 'error',
  });
  try {
    const { routes } = await vite.ssrLoadModule('/src/app/routes.tsx');
    return [...new Set(flat(routes, ''))].sort();
  } finally {
    await vite.close();
  }
}

function flat(routes, above) {
  return routes.flatMap((route) => {
    const path = route.path === undefined ? above : route.path.startsWith('/') ? route.path : `${above}/${route.path}`;
    if (route.children) return flat(route.children, path === '/' ? '' : path);
    return route.element ? [] : [path || '/'];
  });
}
