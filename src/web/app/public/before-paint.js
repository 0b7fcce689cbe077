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
  const known = ['en', 'ar'];
  const spoken = (navigator.languages || []).map((tag) => tag.slice(0, 2).toLowerCase());
  const language = [read('open-call.language'), ...spoken].find((tag) => known.includes(tag)) || 'en';
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  const wanted = read('open-call.colours');
  const dark = wanted === 'dark' || (wanted !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
