import { addEventHandler } from 'jest-circus';

/** How long a test or a hook may take that says nothing else. The longest takes half a minute on a quiet machine. */
const DEADLINE_MS = 300_000;

// What a spec starts as a process of its own is the built product: it loads nothing from here.
delete process.env.NODE_OPTIONS;
// Whatever a spec has left open, the process ends with the run.
process.once('disconnect', () => process.exit());

// The runner itself would wait for ever.
addEventHandler((event, { currentDescribeBlock }) => {
  if (event.name === 'add_test') limit(currentDescribeBlock.tests.at(-1), event);
  if (event.name === 'add_hook') limit(currentDescribeBlock.hooks.at(-1), event);
});

function limit(step, { timeout: deadlineMs = DEADLINE_MS }) {
  const { fn } = step;
  if (!fn) return;
  step.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done in ${deadlineMs} ms`)), deadlineMs);
    });
    await Promise.race([fn(), late]).finally(() => clearTimeout(timer));
  };
}
