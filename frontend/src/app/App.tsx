import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { AfterSignIn, useForgettingSession, useSession } from '../features/session/index.ts';
import { isSharePath } from '../features/wall/index.ts';
import { LoadingState, QueryView } from '../shared/ui/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Home } from './Home.tsx';
import { mayEnter } from './may-enter.ts';
import { NotFoundPage } from './NotFoundPage.tsx';
import { type AppRoute, InvitationPage, publicRoutes, routes, SharePage, SignInPage } from './routes.tsx';
import { Shell } from './Shell.tsx';

const PublicShell = lazy(async () => ({ default: (await import('./PublicShell.tsx')).PublicShell }));

export function App() {
  const [path] = useLocation();
  if (isSharePath(path)) {
    return (
      <Suspense>
        <SharePage />
      </Suspense>
    );
  }
  const open = publicRoutes.find((route) => route.path === path);
  if (open) {
    return (
      <Suspense>
        <PublicShell>
          <open.component />
        </PublicShell>
      </Suspense>
    );
  }
  return <Suspense>{path === '/invitation' ? <InvitationPage /> : <SignedIn />}</Suspense>;
}

function SignedIn() {
  const session = useSession();
  useForgettingSession();
  return (
    <QueryView query={session}>
      {(user) =>
        user === null ? (
          <SignInPage />
        ) : (
          <Switch>
            <Route path="/">
              <Home />
            </Route>
            <Route path="/login">
              <AfterSignIn />
            </Route>
            {routes
              .filter((route) => mayEnter(user, route))
              .map((route) => (
                <Route key={route.path} path={route.path}>
                  <Screen route={route} />
                </Route>
              ))}
            <Route>
              <Shell layout="page">
                <NotFoundPage />
              </Shell>
            </Route>
          </Switch>
        )
      }
    </QueryView>
  );
}

function Screen({ route }: { route: AppRoute }) {
  const [path] = useLocation();
  const Component = route.component;
  const screen = (
    <ErrorBoundary key={path}>
      <Suspense fallback={<LoadingState rows={6} />}>
        <Component />
      </Suspense>
    </ErrorBoundary>
  );
  const layout = route.layout ?? 'page';
  return layout === 'bare' ? screen : <Shell layout={layout}>{screen}</Shell>;
}
