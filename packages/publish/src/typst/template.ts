/**
 * The page design, in Typst. It walks the dossier's JSON; no markup is ever made from text, so there is nothing to escape.
 * `langs` gives each language its fonts and leading; `fallback: false` keeps browser and command line the same bytes.
 */
export const template = String.raw`
#let d = json("/dossier.json")
#let ink = rgb("#1c1b19")
#let quiet = rgb("#4d4a45")
#let accent = rgb("#0d4f3c")
#let amber = rgb("#7a4100")
#let hair = 0.5pt + rgb("#b9b4aa")
#let small = 8.5pt

#let toward(dir) = if dir == "rtl" { rtl } else { ltr }
// A language inside a line, and a language for whole blocks.
#let voiced(attrs, body) = {
  let l = d.langs.at(attrs.lang)
  set text(lang: l.lang, region: l.region, dir: toward(l.dir), font: l.fonts)
  body
}
#let said(attrs, body) = {
  let l = d.langs.at(attrs.lang)
  set par(leading: l.leading * 1em, spacing: l.leading * 1em + 0.55em)
  voiced(attrs, body)
}

#set document(title: d.title, author: (), date: none)
#set text(size: 10.5pt, fill: ink, fallback: false, lang: d.langs.at(d.lang).lang, region: d.langs.at(d.lang).region, dir: toward(d.dir), font: d.langs.at(d.lang).fonts)
#let mark = if d.draft == none { none } else {
  box(stroke: 0.8pt + amber, inset: (x: 5pt, y: 3pt), radius: 2pt, text(fill: amber, weight: 700, d.draft))
}
#set page(
  paper: "a4",
  margin: (top: 2.8cm, bottom: 2.4cm, x: 2.5cm),
  header: said((lang: d.lang), {
    set text(size: small, fill: quiet)
    grid(columns: (1fr, auto), align: (start + horizon, end + horizon), d.classification, mark)
    v(-0.6em)
    line(length: 100%, stroke: hair)
  }),
  footer: said((lang: d.lang), {
    set text(size: small, fill: quiet)
    context grid(columns: (1fr, auto), align: (start, end), d.title, box({ set text(lang: "en", dir: ltr); counter(page).display("1 / 1", both: true) }))
  }),
)
#set footnote.entry(separator: line(length: 28%, stroke: hair), gap: 0.9em)
#show footnote.entry: set text(size: small)
#show footnote.entry: set par(leading: 0.95em)
#show heading: set text(fill: accent)
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading: it => {
  let loose = text.lang in ("ur", "ks")
  set block(above: if loose { 2.6em } else { 1.8em }, below: if loose { 1.7em } else { 0.9em }, sticky: true)
  it
}
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: set text(size: small, fill: quiet)
#show figure.caption: set align(start)
// A caption stays with the table it stands over.
#show figure.caption: it => block(sticky: true, width: 100%, it)
#set figure(numbering: none, gap: 0.9em)
#show figure: set block(above: 1.6em, below: 1.6em)
#set figure.caption(separator: none)
#set table(stroke: (x, y) => (bottom: hair), inset: (x: 5pt, y: 6pt), align: start)
#show table: set text(size: 9.5pt)
#show table.cell: set par(justify: false)

#let bar(share) = rect(width: share * 100%, height: 0.8em, fill: accent, stroke: none)
#let dot(state) = {
  let fill = if state == "reached" { accent } else { none }
  let shape = circle(radius: 4pt, fill: fill, stroke: (paint: if state == "refused" { amber } else { accent }, thickness: 1pt, dash: if state == "not-reached" { "dotted" } else { none }))
  if state == "refused" { place(line(start: (0pt, 0pt), end: (8pt, 8pt), stroke: 1pt + amber)) }
  shape
}
#let drawing(data) = {
  set align(start)
  set text(size: 9.5pt)
  if data.kind == "bar" {
    let most = calc.max(1, ..data.bars.map(b => b.value))
    grid(columns: (32%, 1fr, auto), column-gutter: 8pt, row-gutter: 7pt, align: horizon,
      ..data.bars.map(b => (b.label, bar(b.value / most), str(b.value))).flatten())
  } else if data.kind == "timeline" {
    grid(columns: (32%, 22%, 1fr), column-gutter: 8pt, row-gutter: 7pt, align: horizon,
      ..data.spans.map(s => (s.label, text(fill: quiet, s.when), grid(columns: (s.from * 1fr, calc.max(s.to - s.from, 0.012) * 1fr, (1 - s.to) * 1fr), [], bar(1), []))).flatten())
  } else {
    grid(columns: (12pt, 1fr, auto), column-gutter: 8pt, row-gutter: 8pt, align: horizon,
      ..data.rungs.map(r => (dot(r.state), [#r.label#if r.note != "" { text(fill: quiet)[ #sym.dash.en #r.note] }], text(fill: quiet, d.words.rung.at(r.state)))).flatten())
  }
}
#let marked(n) = {
  let out = [#n.text]
  for m in n.at("marks", default: ()) {
    if m.type == "strong" { out = strong(out) }
    else if m.type == "em" { out = emph(out) }
    else if m.type == "lang" { out = voiced(m.attrs, out) }
    else if m.type == "link" { out = link(m.attrs.href, text(fill: accent, underline(out))) }
  }
  out
}
// One function for blocks and inlines: Typst closures cannot call each other both ways. "around" is the language of the block.
#let node(n, around) = {
  let own = if "attrs" in n and "lang" in n.attrs { (lang: n.attrs.lang) } else { around }
  let all(nodes) = nodes.map(child => node(child, own)).join()
  if n.type == "text" { marked(n) }
  else if n.type == "redaction" { text(fill: quiet, d.words.redacted) }
  else if n.type == "citation" { link(label(n.attrs.source), text(fill: accent)[\[#d.numbers.at(n.attrs.source)\]]) }
  else if n.type == "footnote" { footnote(voiced(own, all(n.content))) }
  else if n.type == "heading" { said(n.attrs, heading(level: n.attrs.level + 1, voiced(n.attrs, all(n.content)))) }
  else if n.type == "paragraph" { said(n.attrs, par(all(n.content))) }
  else if n.type == "listItem" { all(n.content) }
  else if n.type == "bulletList" { said(n.attrs, list(..n.content.map(child => node(child, own)))) }
  else if n.type == "orderedList" { said(n.attrs, enum(..n.content.map(child => node(child, own)))) }
  else if n.type == "blockquote" { said(n.attrs, {
    let side = if n.attrs.dir == "rtl" { "right" } else { "left" }
    block(inset: ((side): 1em), stroke: ((side): 2pt + accent), width: 100%, all(n.content))
  }) }
  else if n.type == "caseReference" { said(n.attrs, block(fill: rgb("#eef3f0"), inset: 8pt, radius: 3pt, width: 100%, strong(n.attrs.label))) }
  else if n.type == "toc" { said(n.attrs, outline(title: d.words.contents, depth: 2)) }
  else if n.type == "figure" { said(n.attrs, figure(image(d.images.at(n.attrs.image), alt: n.attrs.alt, width: 100%), alt: n.attrs.alt, caption: if n.attrs.caption != "" { n.attrs.caption })) }
  else if n.type == "chart" { said(n.attrs, figure(drawing(n.attrs.data), alt: n.attrs.alt, kind: "chart", supplement: none, caption: if n.attrs.caption != "" { n.attrs.caption })) }
  else if n.type == "table" {
    let cells(rows) = rows.map(r => r.content.map(c => table.cell(said(c.attrs, c.content.map(child => node(child, c.attrs)).join())))).flatten()
    let heads(rows) = rows.map(r => r.content.map(c => table.cell(said(c.attrs, strong(c.content.map(child => node(child, c.attrs)).join()))))).flatten()
    let top = n.attrs.headerRows
    let width = n.content.first().content.len()
    said(n.attrs, figure(kind: table, supplement: none, caption: n.attrs.caption,
      table(columns: (1fr,) * width, table.header(..heads(n.content.slice(0, top))), ..cells(n.content.slice(top)))))
  }
  else { panic("unknown node") }
}

#said((lang: d.lang), {
  if d.langs.at(d.lang).leading > 1.2 { v(2em) }
  block(below: 1.6em, text(size: 22pt, weight: 700, fill: accent, d.title))
})
#for s in d.sections {
  said((lang: s.lang), heading(level: 1, voiced((lang: s.lang), s.title)))
  for b in s.blocks { node(b, (lang: s.lang)) }
}
#if d.sources.len() > 0 {
  said((lang: d.lang), heading(level: 1, d.words.sources))
  set text(size: 9pt)
  for s in d.sources [
    #block(below: 0.8em, grid(columns: (2.2em, 1fr), [#d.numbers.at(s.id).], said((lang: s.lang), {
      s.text
      if "href" in s { [ ]; link(s.href, text(fill: accent, s.href)) }
    }))) #label(s.id)
  ]
}
`;
