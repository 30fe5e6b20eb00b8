import { type Card, draw, drawProgress, hear } from "./card.ts"
import { comparisons } from "./compare.ts"
import { type Crew, crewOf } from "./crew.ts"
import { h, seal } from "./element.ts"
import { begin, otherLanguage, words } from "./settings.ts"

export function start(root: HTMLElement, program: string): void {
  begin()
  const crew = crewOf(program)
  const cards: Card[] = []
  const spoken = h("p", { class: "unseen", "aria-live": "polite" })
  const list = h("div", { class: "cards" })
  const main = h("main", { class: "verify" })
  let working = Promise.resolve()

  const open = (files: readonly File[]) => {
    if (files.length === 0) return
    spoken.textContent = words().opened(files.map((file) => file.name).join("，"))
    for (const file of files) {
      const card: Card = { file, state: { kind: "waiting" }, sought: "", point: "", pasted: "" }
      cards.push(card)
      // One after another: each takes all processors.
      working = working.then(() => check(card))
    }
    render()
    list.scrollIntoView({ block: "start" })
  }
  const check = async (card: Card) => {
    if (!cards.includes(card)) return
    const redraw = () => {
      if (cards.includes(card)) renderList()
    }
    await run(crew, card, redraw, () => drawProgress(list, card))
    redraw()
    spoken.textContent = hear(card)
  }
  const remove = (card: Card) => {
    cards.splice(cards.indexOf(card), 1)
    render()
  }
  const renderList = () => {
    list.replaceChildren(
      ...cards.map((card) => draw(card, () => remove(card))),
      ...comparisons(crew, cards, () => renderList()),
    )
  }
  const render = () => {
    main.replaceChildren(
      head(render),
      chooser(open, cards.length > 0),
      spoken,
      list,
      ...below(cards.length > 0),
    )
    renderList()
  }
  root.replaceChildren(main)
  render()
  listenForDrops(open)
}

async function run(crew: Crew, card: Card, redraw: () => void, progress: () => void): Promise<void> {
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await card.file.arrayBuffer())
  } catch {
    card.state = { kind: "unreadable" }
    return
  }
  try {
    card.state = { kind: "running", step: "chain", done: 0, of: 0 }
    redraw()
    const report = await crew.verify(bytes, {
      step: (step) => {
        card.state = { kind: "running", step, done: 0, of: 0 }
        redraw()
      },
      progress: (done, of) => {
        card.state = { kind: "running", step: "ballots", done, of }
        progress()
      },
    })
    card.state = { kind: "checked", report }
  } catch (error) {
    console.error(error)
    card.state = { kind: "broken" }
  }
}

function head(render: () => void): HTMLElement {
  const t = words()
  return h(
    "header",
    { class: "top" },
    h(
      "div",
      { class: "top-row" },
      seal(),
      h("h1", {}, t.title),
      h(
        "button",
        {
          type: "button",
          class: "button no-print",
          lang: t.other === "English" ? "en" : "zh-CN",
          onclick: () => {
            otherLanguage()
            render()
          },
        },
        t.other,
      ),
    ),
    h("p", { class: "lead" }, t.lead),
    h("p", { class: "offline" }, t.offline),
    location.protocol.startsWith("http") &&
      h("p", { class: "no-print" }, h("a", { href: location.pathname, download: "verify.html" }, t.keep)),
  )
}

function chooser(open: (files: readonly File[]) => void, again: boolean): HTMLElement {
  const t = words()
  const input = h("input", {
    type: "file",
    id: "files",
    class: "unseen",
    multiple: true,
    accept: ".bel",
    onchange: () => {
      const files = [...(input.files ?? [])]
      input.value = ""
      open(files)
    },
  })
  return h(
    "div",
    { class: again ? "choose choose-again no-print" : "choose no-print" },
    input,
    h("label", { for: "files", class: "button button-main" }, t.choose),
    h("p", { class: "muted" }, t.drop),
    again && h("button", { type: "button", class: "button", onclick: () => print() }, t.print),
  )
}

function below(checked: boolean): HTMLElement[] {
  const t = words()
  const limits = h(
    "section",
    { class: "panel limits" },
    h("h2", {}, t.limits),
    h(
      "ul",
      {},
      t.limit.map((each) => h("li", {}, each)),
    ),
  )
  if (checked) return [limits]
  const steps = Object.entries(t.steps) as [keyof typeof t.steps, string][]
  const checks = h(
    "section",
    { class: "panel" },
    h("h2", {}, t.checks),
    h(
      "ol",
      { class: "about" },
      steps.map(([step, name]) => h("li", {}, h("b", {}, name), h("span", {}, t.about[step]))),
    ),
  )
  return [checks, limits]
}

function listenForDrops(open: (files: readonly File[]) => void): void {
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    document.documentElement.classList.toggle("dropping", is)
  }
  addEventListener("dragover", (event) => over(event, true))
  addEventListener("dragleave", (event) => over(event, false))
  addEventListener("drop", (event) => {
    over(event, false)
    open([...(event.dataTransfer?.files ?? [])])
  })
}
