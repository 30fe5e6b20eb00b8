import type { Verified, VerifyStep } from "@qiaoliang/ballot"
import { about, result, turnout } from "./election.ts"
import { h } from "./element.ts"
import { own } from "./own.ts"
import { points } from "./points.ts"
import type { Report } from "./report.ts"
import { words } from "./settings.ts"
import { signed } from "./signed.ts"
import { stepsOf } from "./steps.ts"

/** One file the reader opened, how far it is checked, and what the reader typed about it. */
export interface Card {
  readonly file: File
  state: State
  sought: string
  point: string
  pasted: string
}

export type State =
  | { readonly kind: "waiting" | "unreadable" | "broken" }
  | { readonly kind: "running"; readonly step: VerifyStep; readonly done: number; readonly of: number }
  | { readonly kind: "checked"; readonly report: Report }

/** What all parts of a card below its verdict are drawn from. */
export interface Shown {
  readonly card: Card
  readonly report: Report
  readonly verified: Verified
}

export function draw(card: Card, remove: () => void): HTMLElement {
  const t = words()
  return h(
    "article",
    { class: "card panel" },
    h(
      "div",
      { class: "card-head" },
      h("p", { class: "card-file", translate: "no" }, card.file.name),
      h("button", { type: "button", class: "button no-print", onclick: remove }, t.remove),
    ),
    parts(card),
  )
}

function parts(card: Card): (Node | false)[] {
  const t = words()
  const { state } = card
  if (state.kind === "unreadable") return [verdict("failed", t.unreadable, "")]
  if (state.kind === "broken") return [verdict("failed", t.broken, t.brokenMore)]
  if (state.kind !== "checked")
    return [verdict("running", t.checking(card.file.name), ""), progressOf(card), stepsOf(state)]
  const { report } = state
  const { verified } = report
  if (verified.notArchive) return [verdict("failed", t.foreign, t.foreignMore)]
  const shown: Shown = { card, report, verified }
  const first = verified.ok
    ? verified.inProgress
      ? verdict("open", t.open, t.openMore)
      : verdict("passed", t.passed, t.passedMore)
    : verdict("failed", t.failed, t.failedMore, verified.error)
  return [
    first,
    verified.election && about(shown),
    verified.ok && turnout(shown),
    verified.ok && result(shown),
    stepsOf(state),
    report.ballots.length > 0 && own(shown),
    verified.checkpoints.length > 0 && points(shown),
    verified.checkpoints.length > 0 && signed(shown),
  ].filter((part) => part !== undefined)
}

function verdict(
  kind: "passed" | "open" | "failed" | "running",
  title: string,
  more: string,
  error?: string,
) {
  return h(
    "div",
    { class: `verdict verdict-${kind}` },
    h("h2", {}, title),
    more && h("p", {}, more),
    error && h("p", { class: "verdict-error", lang: "zh-CN" }, error),
  )
}

/** A verdict as it is told to who listens. */
export function hear(card: Card): string {
  const t = words()
  if (card.state.kind !== "checked") return `${card.file.name}：${t.broken}`
  const { ok, inProgress, error } = card.state.report.verified
  return `${card.file.name}：${ok ? (inProgress ? t.open : t.passed) : `${t.failed}：${error ?? ""}`}`
}

const progressOf = (card: Card): HTMLElement =>
  h(
    "div",
    { class: "progress" },
    h("progress", { max: "1", "aria-label": words().checking(card.file.name) }),
    h("p", { class: "muted" }, ""),
  )

/** The progress of the card that is being checked: the only one that runs. */
export function drawProgress(list: HTMLElement, { state }: Card): void {
  const bar = list.querySelector("progress")
  if (!bar || state.kind !== "running" || state.of === 0) return
  bar.value = state.done / state.of
  bar.nextElementSibling!.textContent = words().progress(state.done, state.of)
}
