import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { Failure } from './failure.view.js';
import { Frame } from './frame.view.js';
import { HomePage } from './home.page.js';
import { NotFoundPage } from './not-found.page.js';
import { SignedInPage } from './signed-in.page.js';
import { SignedOutPage } from './signed-out.page.js';

const root = createRootRoute({ notFoundComponent: NotFoundPage });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const inside = { getParentRoute: () => frame } as const;

const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/signed-in', component: SignedInPage }),
  createRoute({ getParentRoute: () => root, path: '/signed-out', component: SignedOutPage }),
  frame.addChildren([
    createRoute({ ...inside, path: '/', component: HomePage }),
    createRoute({
      ...inside,
      path: '/exams',
      component: lazyRouteComponent(() => import('../scheduling/exams.page.js'), 'ExamsPage'),
    }),
    createRoute({
      ...inside,
      path: '/exams/new',
      component: lazyRouteComponent(() => import('../scheduling/enter-exam.page.js'), 'EnterExamPage'),
    }),
    createRoute({
      ...inside,
      path: '/exams/$examId',
      component: lazyRouteComponent(() => import('../scheduling/exam.page.js'), 'ExamPage'),
    }),
    createRoute({
      ...inside,
      path: '/scanning',
      component: lazyRouteComponent(() => import('../imaging/scanning.page.js'), 'ScanningPage'),
    }),
    createRoute({
      ...inside,
      path: '/unmatched',
      component: lazyRouteComponent(() => import('../imaging/unmatched.page.js'), 'UnmatchedPage'),
    }),
    createRoute({
      ...inside,
      path: '/unmatched/$acquisitionId',
      component: lazyRouteComponent(() => import('../imaging/match.page.js'), 'MatchPage'),
    }),
    createRoute({
      ...inside,
      path: '/reading',
      component: lazyRouteComponent(() => import('../reading/reading-list.page.js'), 'ReadingListPage'),
    }),
    createRoute({
      ...inside,
      path: '/reading/$examId',
      component: lazyRouteComponent(() => import('../reading/study.page.js'), 'StudyPage'),
    }),
    createRoute({
      ...inside,
      path: '/overview',
      component: lazyRouteComponent(() => import('../managing/overview.page.js'), 'OverviewPage'),
    }),
    createRoute({
      ...inside,
      path: '/facilities',
      component: lazyRouteComponent(() => import('../site/facilities.page.js'), 'FacilitiesPage'),
    }),
    createRoute({
      ...inside,
      path: '/operations',
      component: lazyRouteComponent(() => import('../operations/find-exam.page.js'), 'FindExamPage'),
    }),
    createRoute({
      ...inside,
      path: '/operations/exams/$examId',
      component: lazyRouteComponent(() => import('../operations/story.page.js'), 'StoryPage'),
    }),
    createRoute({ ...inside, path: '$', component: NotFoundPage }),
  ]),
]);

/** The application's addresses: ids only, never a name. */
export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: false,
  defaultErrorComponent: ({ error, reset }) => (
    <div className="page">
      <Failure error={error} again={reset} />
    </div>
  ),
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
