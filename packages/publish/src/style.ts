/** How publications look on screen and in a reader: warm paper, near-black ink, one deep green; dark on its own terms. */
export const style = `
:root{--paper:#fdfbf7;--ink:#1c1b19;--quiet:#4d4a45;--accent:#0d4f3c;--hair:#cfc9bd;--wait:#7a4100;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#171614;--ink:#efece5;--quiet:#bdb8ad;--accent:#8fd4b8;--hair:#46423b;--wait:#f0b566}}
html{background:var(--paper);color:var(--ink)}
body{margin:0 auto;max-width:68ch;padding:1rem;overflow-wrap:anywhere}
body,[lang]{font-family:system-ui,"Noto Sans","Noto Sans Thai","Noto Sans Lao","Noto Sans Khmer","Noto Sans Myanmar","Noto Sans Devanagari","Noto Sans Sinhala","Noto Sans Tamil","Noto Sans Bengali","Noto Naskh Arabic",sans-serif;line-height:1.55}
:lang(km),:lang(lo),:lang(my){line-height:1.8}
:lang(ur),:lang(ks){font-family:"Noto Nastaliq Urdu","Noto Sans",serif;line-height:2.2}
h1,h2,h3,h4,h5{color:var(--accent);line-height:1.3;margin-block:1.8em .6em}
h1{font-size:1.7rem;margin-block-start:.6em}h2{font-size:1.3rem}h3{font-size:1.1rem}h4,h5{font-size:1rem}
a{color:var(--accent)}
.head{border-block-end:1px solid var(--hair);color:var(--quiet);display:flex;gap:1rem;justify-content:space-between;font-size:.85rem;padding-block:.4rem}
.draft{border:2px solid var(--wait);border-radius:4px;color:var(--wait);font-weight:700;margin:0;padding:0 .5em}
.head p{margin:0}
blockquote{border-inline-start:3px solid var(--accent);margin-inline:0;padding-inline-start:1em}
.case{border:1px solid var(--hair);border-radius:8px;padding:.5em .8em}
table{border-collapse:collapse;font-size:.92em;margin-block:1em;width:100%}
caption{color:var(--quiet);font-size:.9em;padding-block:.3em;text-align:start}
th,td{border-block-end:1px solid var(--hair);font-variant-numeric:tabular-nums;padding:.4em .5em;text-align:start;vertical-align:top}
figure{margin:1em 0}img{height:auto;max-width:100%}figcaption{color:var(--quiet);font-size:.9em}
.chart th{font-weight:400;width:32%}.draw{width:40%}
.bar{background:var(--accent);display:block;height:.8em;min-width:2px}
.ladder{list-style:none;padding:0}.ladder li{padding-block:.2em}
.ladder li::before{border:2px solid var(--accent);border-radius:50%;content:"";display:inline-block;height:.6em;margin-inline-end:.6em;width:.6em}
.ladder .reached::before{background:var(--accent)}.ladder .refused::before{border-color:var(--wait)}.ladder .not-reached::before{border-style:dotted}
.state{color:var(--quiet)}.redacted{color:var(--quiet)}
.notes,.sources{font-size:.9em}
nav .title{font-weight:700}
@media print{body{max-width:none}a{color:inherit}}
`.trim();
