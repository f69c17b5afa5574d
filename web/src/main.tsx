import '@mantine/core/styles.layer.css';
import './shell/theme.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './shell/problem.js';
import { router } from './shell/routes.js';
import { quietColors, theme } from './shell/theme.js';

/** A refusal stays one; only what did not answer or broke is asked again, twice. */
const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: worthAnotherTry, staleTime: 2_000, refetchOnWindowFocus: true } },
});

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no element with the id root');

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={quietColors} forceColorScheme="light">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
