export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:light-dark(#1d2228,#e8eaed);--quiet:light-dark(#59626d,#a4adb8);--paper:light-dark(#fff,#15181c);--line:light-dark(#dde1e6,#333a42);--refused:light-dark(#b3261e,#f2776d);--review:light-dark(#d98a1c,#e8a33d);--allowed:light-dark(#d3d8de,#3d454f);--mark:light-dark(#2457c5,#8ab4ff)}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:var(--ink);background:var(--paper)}
h2{margin-top:3rem;overflow-wrap:anywhere}h3{margin:1.5rem 0 .5rem}
.scroll{overflow-x:auto}table{border-collapse:collapse}caption{text-align:start;color:var(--quiet)}
td,th{padding:.2rem .7rem .2rem 0;text-align:left;font-weight:400;border-bottom:1px solid var(--line);white-space:nowrap}
thead th{color:var(--quiet);vertical-align:bottom}
.n{text-align:right;font-variant-numeric:tabular-nums}
svg{vertical-align:middle}
svg .refused{fill:var(--refused)}svg .review{fill:var(--review)}svg .allowed{fill:var(--allowed)}
.tick{stroke:var(--line)}.interval{stroke:var(--mark);stroke-width:2}.mark{fill:var(--mark)}.before{fill:var(--paper);stroke:var(--quiet);stroke-width:1.5}
.legend{color:var(--quiet)}.legend span{margin-inline-end:1rem;color:var(--ink);display:inline-block}
.legend span::before{content:"";display:inline-block;width:.8em;height:.8em;margin-inline-end:.4em;background:var(--of)}
.legend .refused{--of:var(--refused)}.legend .review{--of:var(--review)}.legend .allowed{--of:var(--allowed)}
.confusion td,.confusion th{padding:.2rem .4rem}
.confusion td{background:color-mix(in srgb,var(--mark) calc(var(--share,0%)*.6),transparent)}
.upright span{writing-mode:vertical-rl;transform:rotate(180deg)}`;
