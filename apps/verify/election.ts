import type { Question } from "@qiaoliang/ballot"
import { secretFrom } from "#policy/practice/congress-rules.ts"
import type { Shown } from "./card.ts"
import { h } from "./element.ts"
import { words } from "./settings.ts"

const fact = (name: string, value: string, code = false): HTMLElement[] => [
  h("dt", {}, name),
  h("dd", {}, code ? h("code", { translate: "no" }, value) : value),
]

/** What election it is, by its own words. */
export function about({ verified, report }: Shown): HTMLElement {
  const t = words()
  const { name, description, administrator, credentialAuthority, uuid, fingerprint, group } =
    verified.election!
  const shares = report.trustees.filter((entry) => entry.kind === "Pedersen")
  const alone = report.trustees.length - shares.length
  const keepers = [
    ...(alone > 0 ? [t.keepersAll(alone)] : []),
    ...(shares.length > 0 ? [t.keepersSome(shares)] : []),
  ]
  return h(
    "section",
    { class: "part" },
    h("h3", { lang: "zh-CN", class: "election-name" }, name),
    description && h("p", { class: "muted", lang: "zh-CN" }, description),
    h(
      "dl",
      { class: "facts" },
      administrator ? fact(t.organiser, administrator) : [],
      credentialAuthority ? fact(t.authority, credentialAuthority) : [],
      keepers.length > 0 ? fact(t.keepers, keepers.join("；")) : [],
      fact(t.group, group),
      fact(t.uuid, uuid, true),
      fact(t.fingerprint, fingerprint, true),
    ),
  )
}

export function turnout({ verified }: Shown): HTMLElement {
  const t = words()
  const { counted, credentials = 0, ballots } = verified
  const told =
    credentials < secretFrom
      ? t.turnoutHidden(secretFrom)
      : counted === undefined
        ? t.turnoutOpen
        : t.turnoutIs(counted, credentials, `${((100 * counted) / credentials).toFixed(1)}%`)
  const again = counted === undefined || credentials < secretFrom ? 0 : ballots - counted
  return h(
    "section",
    { class: "part" },
    h("h3", {}, t.turnout),
    h("p", {}, told, again > 0 && ` ${t.again(again)}`),
  )
}

/** Votes by question; candidates each asked the same question (等额) share one table. */
export function result({ verified }: Shown): HTMLElement | undefined {
  const t = words()
  const rows = verified.result
  if (!rows) return undefined
  const { questions } = verified.election!
  const same =
    questions.length > 1 &&
    questions.every((q) => namesOf(q).join("\n") === namesOf(questions[0]!).join("\n"))
  return h(
    "section",
    { class: "part" },
    h("h3", {}, t.result),
    same ? together(questions, rows) : questions.map((question, i) => alone(question, rows[i]!)),
    h("p", { class: "muted" }, t.notElected),
  )
}

const namesOf = ({ blank, answers }: Question): string[] => [...(blank ? [words().blank] : []), ...answers]

const wide = (table: HTMLElement): HTMLElement =>
  h("div", { class: "wide", tabindex: "0", role: "group", "aria-label": words().result }, table)

function together(questions: readonly Question[], rows: readonly (readonly number[])[]): HTMLElement {
  const head = (name: string) => h("th", { scope: "col" }, name)
  return wide(
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, head(words().matter), namesOf(questions[0]!).map(head))),
      h(
        "tbody",
        {},
        questions.map((q, i) =>
          h(
            "tr",
            {},
            h("th", { scope: "row", lang: "zh-CN" }, q.question),
            rows[i]!.map((n) => h("td", {}, `${n}`)),
          ),
        ),
      ),
    ),
  )
}

function alone(question: Question, row: readonly number[]): HTMLElement {
  const t = words()
  // The blank stands first in the file and last on a sheet.
  const lines = namesOf(question).map((name, i) => [name, row[i]!] as const)
  const ordered = question.blank ? [...lines.slice(1), lines[0]!] : lines
  return wide(
    h(
      "table",
      {},
      h(
        "caption",
        {},
        h("span", { lang: "zh-CN" }, question.question),
        " ",
        h("small", {}, t.rule(question.min, question.max, question.blank === true)),
      ),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, t.answer), h("th", { scope: "col" }, t.votes))),
      h(
        "tbody",
        {},
        ordered.map(([name, n]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, `${n}`))),
      ),
    ),
  )
}
