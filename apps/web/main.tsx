import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followOtherTabs } from './app/other-tabs.js';
import { router } from './app/router.js';
import { noteSessionEnd } from './app/session-end.js';
import { onSessionEnd } from './data/ask.js';
import { Me } from './data/generated/me.js';
import { queryClient } from './data/use-ask.js';
import './styles.css';

followOtherTabs();
// The first question of a page is who is there: that nobody is, is an answer.
onSessionEnd((name) => noteSessionEnd(name !== Me.name));

const place = document.getElementById('pages');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
