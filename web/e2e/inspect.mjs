import { readFile } from 'node:fs/promises';

const axe = await readFile(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What a reader of the page would stumble over, by the rules of WCAG 2.2 AA that can be checked by machine; one line each. */
export async function accessibilityFaults(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }),
    wcag,
  );
  return violations.map(
    ({ id, impact, nodes }) =>
      `axe ${id} (${impact}), ${nodes.length}×, first at ${nodes[0].target}: ${nodes[0].failureSummary.split('\n').slice(1, 2)}`,
  );
}

/** What is wider than the window, so that the page would have to be pushed sideways. */
export async function overflowFaults(page) {
  return page.evaluate(() => {
    const wide = (element) => element.scrollWidth > element.clientWidth + 1;
    const scrollers = [document.scrollingElement, ...document.querySelectorAll('main')].filter(wide);
    return scrollers.map((scroller) => {
      const culprit = [...scroller.querySelectorAll('*')].find(
        (element) => element.getBoundingClientRect().right > scroller.getBoundingClientRect().right + 1,
      );
      return `${scroller.localName} is ${scroller.scrollWidth - scroller.clientWidth} px too wide, by ${culprit?.localName}.${culprit?.className}`;
    });
  });
}

/** Collects what a page complains of until it is asked. Answers named in `expected` are part of what is looked at. */
export function listen(page) {
  let heard = [];
  let expected = [];
  const unexpected = (status) => !expected.includes(status);
  page.on('console', (message) => {
    // An expected refusal is told to the console twice: by the browser, and by the boundary that shows it.
    if (message.type() === 'error' && expected.length === 0) heard.push(`console: ${message.text().slice(0, 300)}`);
  });
  page.on('pageerror', (error) => heard.push(`page: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && unexpected(response.status())) heard.push(`${response.status()} ${response.url()}`);
  });
  return {
    expect: (statuses) => void (expected = statuses),
    take: () => heard.splice(0),
  };
}
