/** The site's one style sheet, carried by every page: 7:1 for text, light and dark, phone to paper. Logical properties only. */

export const style = `
:root{color-scheme:light dark;--paper:light-dark(#faf8f3,#141613);--surface:light-dark(#fffefb,#1c1f1b);--sunken:light-dark(#f2eee4,#10120f);
--ink:light-dark(#1c1a16,#eeece3);--soft:light-dark(#49453c,#bdbbaf);--line:light-dark(#ddd7c9,#34382f);--edge:light-dark(#7d7769,#858a7c);
--green:light-dark(#14532d,#93d7ad);--green-ground:light-dark(#e5f0e7,#1a2b20);--amber:light-dark(#654000,#f1c877);--amber-mark:light-dark(#b97700,#e2a63a);
--amber-ground:light-dark(#fcf1d9,#2c2413);--blue:light-dark(#1c4272,#aecbf1);--blue-ground:light-dark(#e7eef7,#19232f);--red-ground:light-dark(#fbe9e6,#321a18);--red:light-dark(#8b1a1a,#f7b3ab)}
*{box-sizing:border-box}
html{font:100%/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;scroll-padding-block-start:1rem}
body{margin:0;overflow-wrap:break-word}
:lang(km),:lang(lo),:lang(my){line-height:1.8}:lang(ur){line-height:2}
a{color:var(--green);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--green);outline-offset:2px;border-radius:4px}
.skip{position:absolute;inset-inline-start:-100vw}.skip:focus{inset-inline-start:1rem;background:var(--surface);padding:.75rem;z-index:2}
.top{border-block-end:1px solid var(--line);background:var(--surface)}
.top>div,.foot>div,main{max-width:64rem;margin-inline:auto;padding-inline:1rem}
.top>div{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;padding-block:.5rem}
.name{font-size:1.25rem;font-weight:600;text-decoration:none;color:var(--ink);display:flex;align-items:center;gap:.5rem;min-block-size:2.75rem}
.name span{font-size:.875rem;font-weight:400;color:var(--soft)}
nav ul{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1rem}
nav a{display:inline-flex;align-items:center;min-block-size:2.75rem;text-decoration:none;color:var(--ink)}
nav a[aria-current]{font-weight:600;box-shadow:inset 0 -3px var(--green)}nav a:hover,.name:hover{text-decoration:underline}
main{padding-block:1.5rem 3rem}
main>*{max-width:40rem}main.wide>*{max-width:none}main.wide>p,main.wide>ul.plain,main>h1{max-width:42rem}
main>.full,main>section.full{max-width:none}
h1{font-size:1.75rem;line-height:1.25;margin:.5rem 0 1rem}h2{font-size:1.25rem;line-height:1.35;margin:2.5rem 0 .75rem}h3{font-size:1rem;margin:1.5rem 0 .5rem}
p,ul,ol,dl{margin:0 0 1rem}li{margin-block-end:.35rem}
.lead{font-size:1.25rem;line-height:1.5}
.soft,.known,small{color:var(--soft);font-size:.875rem}
.known{border-block-start:1px solid var(--line);padding-block-start:1rem;margin-block-start:3rem}
.note{border-inline-start:4px solid var(--amber-mark);background:var(--amber-ground);color:var(--ink);padding:.75rem 1rem;border-start-end-radius:8px;border-end-end-radius:8px}
.figures{list-style:none;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));max-width:none}
.figures li{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem;margin:0}
.figures strong{display:block;font-size:1.75rem;line-height:1.2;font-variant-numeric:tabular-nums}
.card{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem;display:grid;gap:.75rem 2rem;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));margin:0 0 1.5rem}
.card div{min-width:0}.card dt{color:var(--soft);font-size:.875rem}.card dd{margin:0;font-weight:600}
.columns{columns:9rem 4;column-gap:2rem;list-style:none;padding:0;max-width:none}.columns li{break-inside:avoid}
.columns a,.choices a{display:inline-flex;align-items:center;min-block-size:2rem}
.choices{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:0 1rem;max-width:none}
.list{list-style:none;padding:0;max-width:none}.list>li{border-block-start:1px solid var(--line);padding-block:.75rem;margin:0}
.steps{padding-inline-start:1.4rem}.steps dd{margin:0}.steps>li{margin-block-end:.85rem;padding-inline-start:.35rem}
.scroll{overflow-x:auto;max-width:none;margin-block-end:1rem;border:1px solid var(--line);border-radius:8px;background:var(--surface)}
table{border-collapse:collapse;inline-size:100%;font-variant-numeric:tabular-nums;font-size:.9375rem}
caption{text-align:start;padding:.75rem;color:var(--soft);font-size:.875rem}
th,td{text-align:start;vertical-align:top;padding:.5rem .75rem;border-block-start:1px solid var(--line);min-inline-size:6.5rem}
td:has(p){min-inline-size:16rem}.is-long tbody th{min-inline-size:16rem;font-weight:400}@media(min-width:40rem){tbody th{position:sticky;inset-inline-start:0;background:var(--surface)}}
thead th{background:var(--sunken);border:0;font-size:.875rem}th{font-weight:600}
.mark{display:inline-block;padding:.05rem .5rem;border-radius:999px;border:1px solid var(--edge);font-size:.875rem;font-weight:600;white-space:nowrap}
.is-yes{background:var(--green-ground);border-color:var(--green);color:var(--green)}
.is-part{background:var(--blue-ground);border-style:dashed;color:var(--blue)}
.is-no{background:var(--amber-ground);border-color:var(--amber-mark);color:var(--amber)}
.is-unknown{background:var(--surface)}.is-unknown::before,.is-doubtful::before{content:"";display:inline-block;inline-size:1.1rem;block-size:.7rem;margin-inline-end:.4rem;border:1px solid var(--edge);background:repeating-linear-gradient(45deg,var(--edge) 0 1.5px,transparent 1.5px 4px)}
.is-rows td:empty::before{content:"–"}
.years{overflow:visible}@media(max-width:40rem){.years text{font-size:22px}}
@media screen and (max-width:40rem){.is-rows thead{position:absolute;clip-path:inset(50%)}.is-rows :is(table,caption,tbody,tr,th,td){display:block}.is-rows tr{padding-block:.5rem;border-block-start:1px solid var(--line)}.is-rows :is(th,td){border:0;padding-block:.15rem}.is-rows td:empty{display:none}.is-rows td[data-head]::before{content:attr(data-head) " ";color:var(--soft);font-size:.875rem}.is-rows p{margin:0}}
.road{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.5rem 1rem}.road li{margin:0}
.only{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem .75rem}.only label{display:inline-flex;align-items:center;gap:.5rem;min-block-size:2.75rem;font-weight:600}input[type=checkbox]{inline-size:1.25rem;block-size:1.25rem;accent-color:var(--green);margin-block:0;margin-inline:0 .4rem;vertical-align:-.2rem}
tbody th:has(.tick){min-inline-size:11rem}th .tick{float:inline-start}
main:has(#only:checked):has(.tick:checked) tbody tr:has(.tick):not(:has(.tick:checked)){display:none}
.choices a[aria-current]{font-weight:600;color:var(--ink);text-decoration-thickness:3px;text-decoration-color:var(--green)}
@media screen{#checklist,.sources{content-visibility:auto;contain-intrinsic-size:auto 60rem}}
.source{font-size:.8125rem;text-decoration:none;padding:.1rem .3rem;margin-inline-start:.15rem;border:1px solid var(--line);border-radius:4px;color:var(--green);white-space:nowrap;font-weight:400}
.source:hover{text-decoration:underline}
.sources{font-size:.875rem;max-width:none}.sources li:target,:target{background:var(--amber-ground)}
.line{border-inline-start:3px solid var(--line);padding-inline-start:1.25rem;list-style:none;max-width:40rem}
.line>li{position:relative;margin-block-end:1rem}.line>li::before{content:"";position:absolute;inset-inline-start:-1.7rem;inset-block-start:.4rem;inline-size:.7rem;block-size:.7rem;border-radius:50%;background:var(--surface);border:3px solid var(--green)}
.line>li.is-setback::before{border-color:var(--amber-mark);border-radius:0}
.line time{font-weight:600}
.matrix{list-style:none;padding:0;max-width:none}
.matrix>li{display:grid;grid-template-columns:7rem 1fr;gap:.25rem 1rem;padding-block:.6rem;border-block-start:1px solid var(--line);margin:0}
@media(max-width:32rem){.matrix>li{grid-template-columns:1fr}.name span{display:none}}
details{border-block-start:1px solid var(--line);max-width:none}summary{min-block-size:2.75rem;padding-block:.6rem;cursor:pointer}
figure{margin:0 0 1.5rem;max-width:none}figure svg{inline-size:100%;block-size:auto;display:block}figcaption{font-size:.875rem;color:var(--soft)}
.legend{display:inline-flex;align-items:center;gap:.4rem;margin-inline-end:1rem}.legend svg{inline-size:1.5rem;block-size:1rem}.map a:focus-visible{outline:none}.map a:focus-visible path,.map a:hover path{stroke:var(--ink);stroke-width:2.5}
svg text{fill:var(--ink);font-family:inherit}
.act{display:inline-flex;align-items:center;min-block-size:2.75rem;padding:.5rem 1rem;border:2px solid var(--green);border-radius:8px;font-weight:600;text-decoration:none;color:var(--green);background:var(--green-ground);margin-block-end:.5rem;margin-inline-end:.5rem}
pre{overflow-x:auto;background:var(--sunken);padding:1rem;border-radius:8px;font-size:.875rem;white-space:pre-wrap}code{font-size:.9em;overflow-wrap:anywhere}
.foot{border-block-start:1px solid var(--line);background:var(--sunken);font-size:.875rem}.foot>div{padding-block:1.5rem}.foot a,.known a{display:inline-block;padding-block:.35rem}
.tonight{font-weight:600;font-size:1rem}
@media(prefers-contrast:more){:root{--soft:var(--ink);--line:var(--edge)}}
@media print{:root{color-scheme:light}main>*,main.wide>p{max-width:50rem}.steps>li{margin-block-end:.4rem}html{font-size:9.5pt;line-height:1.4;background:#fff}main{padding-block:.75rem}h2{margin-block-start:1.5rem}.only,.tick,main>.choices,.foot p:last-child{display:none}.foot p{display:inline}.foot>div{padding-block:.5rem}.known{margin-block-start:1.5rem}.matrix>li,th,td{padding-block:.25rem}th,td,td:has(p),.is-long tbody th{min-inline-size:0}.sources{font-size:.8rem}.sources li,.line>li{margin-block-end:.25rem}.columns a,.choices a{min-block-size:0}.top nav,.skip,.foot .tonight{display:none}.top,.foot{background:none}main,.top>div,.foot>div{max-width:none;padding-inline:0}
a{color:inherit}.sources a[href^=http]::after{content:" (" attr(href) ")";overflow-wrap:anywhere}details::details-content{content-visibility:visible;block-size:auto}.scroll{overflow:visible}tr,.card,.figures li,figure{break-inside:avoid}figure svg{max-block-size:8.5cm}h2,h3{break-after:avoid}@page{margin:18mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt system-ui,sans-serif}}}
`.replace(/\n/g, "");
