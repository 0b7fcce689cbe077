import type { Page } from 'playwright-core';

/**
 * Words that nobody can read to their end where they stand: cut off by an edge that cannot be scrolled, or to be scrolled for
 * sideways, which tables and diagrams alone may want. What is cut within a link or a button is read where that leads, what
 * has a title in that; and links and buttons beside the edge of a scroller come into it with the focus.
 */
export function cutTexts(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(CUT_TEXTS);
}

const CUT_TEXTS = `(() => {
  /** In pixels: letters reach a little beyond their line. */
  const slack = 2;
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent.trim();
    if (words === '' || element.closest('script, style, option, noscript, [inert]') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    if (isUnseen(element)) continue;
    const leads = element.closest('a[href], button, [role=button], [title]');
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
    const how = rects.map((rect) => cutBy(element, rect, leads)).find((each) => each !== null);
    if (how) found.push(how + ': ' + words.slice(0, 60));
  }
  return [...new Set(found)];

  function cutBy(element, rect, leads) {
    for (let box = element; box && box !== document.documentElement; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      const beside = overflowX !== 'visible' && (rect.left < edge.left - slack || rect.right > edge.right + slack);
      const below = overflowY !== 'visible' && (rect.top < edge.top - slack || rect.bottom > edge.bottom + slack);
      if ((beside || below) && leads?.contains(box)) return null;
      if (beside && isScrolled(overflowX)) return leads || box.querySelector(':scope > table, :scope > svg') ? null : 'scrolled beside ' + nameOf(box);
      if (beside) return 'beside ' + nameOf(box);
      // Scrolled to, it stands within the box.
      if (below) return isScrolled(overflowY) ? null : 'below ' + nameOf(box);
      if (position === 'fixed') return null;
    }
    return rect.left < -slack || rect.right > innerWidth + slack ? 'beside the window' : null;
  }
  function isScrolled(overflow) {
    return overflow === 'auto' || overflow === 'scroll';
  }
  /** Written for those who listen. */
  function isUnseen(element) {
    for (let box = element; box; box = box.parentElement) {
      const { clipPath, position } = getComputedStyle(box);
      const { width, height } = box.getBoundingClientRect();
      if (position === 'absolute' && (clipPath !== 'none' || width <= 1 || height <= 1)) return true;
    }
    return false;
  }
  function nameOf({ tagName, className }) {
    return tagName.toLowerCase() + (typeof className === 'string' && className ? '.' + className.split(' ')[0] : '');
  }
})()`;
