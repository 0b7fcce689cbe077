/* Sets language, direction and colours before the first paint, so that nothing flashes or turns over. A file of its
   own because the pages' security policy allows no inline script. The keys are those of remember-language.ts and
   color-scheme.ts. */
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  // What only a script can do is seen only where there is one.
  root.dataset.scripts = '';
  const known = ['en', 'ar'];
  const spoken = (navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase());
  const kept = read('open-call.language');
  if ('said' in root.dataset) {
    // A page that came in a language. Where its address names none, the one chosen here goes before the browser's.
    const address = new URL(location.href);
    if (known.includes(kept) && kept !== root.lang && !address.searchParams.has('locale')) {
      address.searchParams.set('locale', kept);
      location.replace(address);
    }
  } else {
    const language = [kept, ...spoken].find((tag) => known.includes(tag)) || 'en';
    root.lang = language;
    root.dir = language === 'ar' ? 'rtl' : 'ltr';
  }
  const wanted = read('open-call.colours');
  const dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
