/** Drawings that the icon set lacks, as the inside of an SVG of 32 by 32. */
export const OWN_DRAWINGS: Readonly<Record<string, string>> = {
  'paper-boat':
    '<path fill="#f4f1ea" d="M16 4 25.5 19h-19z"/><path fill="#d9d3c6" d="M16 4v15h9.5z"/><path fill="#fffdf8" d="M1.5 17.5 8 19h16l6.5-1.5L26 27H6z"/><path fill="#e3ddd0" d="M16 19h8l6.5-1.5L26 27H16z"/><path fill="#c9c2b3" d="m8 19 8 8-10 0z" opacity=".35"/>',
  'paper-plane':
    '<path fill="#fffdf8" d="M2 14 30 4 19 28l-5-9z"/><path fill="#d9d3c6" d="M30 4 14 19l-2 9-2-11z"/><path fill="#bdb5a5" d="m12 28 2-9 3 5z"/>',
  'hot-air-balloon':
    '<path fill="#e2574c" d="M16 1.5c6.4 0 11 4.6 11 10.6 0 5.4-5 9.4-7.6 11.9h-6.8C10 21.500 5 17.500 5 12.100 5 6.100 9.600 1.500 16 1.500z"/><path fill="#f7c948" d="M16 1.500c-3 0-5 4.900-5 10.600 0 5.400 2 9.400 3 11.900h4c1-2.500 3-6.500 3-11.900 0-5.700-2-10.600-5-10.600z"/><path fill="#fff3d6" d="M16 1.500c-1 0-2 4.900-2 10.600 0 5.400.8 9.400 1.200 11.900h1.600c.4-2.500 1.200-6.500 1.200-11.900 0-5.700-1-10.600-2-10.600z"/><path fill="none" stroke="#7a5a3c" stroke-width=".6" d="m12.800 24 .8 3.200M19.200 24l-.8 3.200"/><rect width="6" height="4" x="13" y="27" fill="#a4713f" rx="1"/>',
  windmill:
    '<path fill="#e9d8b8" d="M12 13h8l2 17H10z"/><path fill="#b5533c" d="M11 13.500 16 8l5 5.500z"/><rect width="4" height="6" x="14" y="24" fill="#7d5540" rx="1.500"/><rect width="3" height="3" x="14.500" y="17.500" fill="#6d8aa0" rx=".5"/><g fill="#fbf6ea" stroke="#8a6a4c" stroke-width=".5"><path d="m16 12 2.500-10 2.500.8L17 12zM16 12l10 2.500-.8 2.500L16 13zM16 12l-2.500 10-2.500-.8L15 12zM16 12 6 9.500 6.800 7 16 11z"/></g><circle cx="16" cy="12" r="1.300" fill="#8a6a4c"/>',
  lighthouse:
    '<path fill="#fbf6ea" d="M12.500 10h7l2 20h-11z"/><path fill="#d94f45" d="m12.100 14 7.800 0 .4 4h-8.600zM11.400 22h9.200l.4 4H11z"/><rect width="9" height="1.500" x="11.500" y="9" fill="#5b4a44" rx=".5"/><rect width="6" height="4.500" x="13" y="4.500" fill="#ffe08a"/><path fill="#d94f45" d="M12.500 4.800 16 1.500l3.500 3.300z"/><path fill="#8a7f78" d="M8 30c1-2 4-2.500 8-2.500s7 .5 8 2.500z"/>',
  refrigerator:
    '<rect width="18" height="28" x="7" y="2" fill="#dfe8ee" rx="2"/><path fill="#b9c8d3" d="M7 12h18v1.200H7z"/><rect width="1.600" height="5" x="9.500" y="5" fill="#7d8f9c" rx=".8"/><rect width="1.600" height="8" x="9.500" y="15.500" fill="#7d8f9c" rx=".8"/><rect width="3" height="1.500" x="9" y="29.500" fill="#5c6a75"/><rect width="3" height="1.500" x="20" y="29.500" fill="#5c6a75"/>',
  oven: '<rect width="26" height="26" x="3" y="4" fill="#e4e0da" rx="2"/><path fill="#c9c2b8" d="M3 11h26v1.200H3z"/><circle cx="8" cy="7.500" r="1.700" fill="#5c5650"/><circle cx="13" cy="7.500" r="1.700" fill="#5c5650"/><circle cx="24" cy="7.500" r="1.700" fill="#d94f45"/><rect width="20" height="12" x="6" y="15.500" fill="#4a4a55" rx="1.500"/><path fill="#f0a24a" d="M9 25c1-3 3-3 3.500-6 2 1.500 2.500 3 2.500 4.500 1-.6 1.300-1.700 1.300-3 2 1.500 3 3 3.200 4.500z" opacity=".85"/><rect width="18" height="1.400" x="7" y="13.300" fill="#8d877f" rx=".7"/>',
  iceberg:
    '<path fill="#e8f5fa" d="m3 24 5-12 5 3 5-11 6 9 5 11z"/><path fill="#b9dcea" d="m18 4 6 9 5 11H19l2-8z"/><path fill="#9ccadd" d="M3 24h26l-4 5-9 2-9-2z"/>',
  'mars-planet':
    '<circle cx="16" cy="16" r="13" fill="#cf6a42"/><path fill="#b65432" d="M5 20c5-2 9 2 14 0s7-1 9 0a13 13 0 0 1-23 1z"/><circle cx="11" cy="11" r="2.500" fill="#b65432"/><circle cx="21" cy="9" r="1.600" fill="#b65432"/><path fill="#f3e3d6" d="M13 3.400a13 13 0 0 1 7 .2c-2 1.400-5 1.400-7-.2z"/>',
};
