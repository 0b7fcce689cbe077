/** Says a sentence to people who do not see the page; the region stands in the site's frame. */
export function announce(sentence: string): void {
  const region = document.getElementById('announcements');
  if (!region) return;
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
}
