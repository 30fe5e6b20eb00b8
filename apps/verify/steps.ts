import { type VerifyStep, verifySteps } from "@qiaoliang/ballot"
import type { State } from "./card.ts"
import { h } from "./element.ts"
import type { Report } from "./report.ts"
import { words } from "./settings.ts"

type Mark = "done" | "failed" | "later" | "waiting" | "now" | "next"

/** What was checked, in order, and how each came out. */
export function stepsOf(state: State): HTMLElement {
  const t = words()
  return h(
    "section",
    { class: "part" },
    h("h3", {}, t.checks),
    h(
      "ol",
      { class: "steps" },
      verifySteps.map((step) => {
        const mark = markOf(step, state)
        const detail =
          mark === "done" && state.kind === "checked" ? detailOf(step, state.report) : t.about[step]
        return h(
          "li",
          { class: `step step-${mark}` },
          h("b", {}, t.steps[step]),
          " ",
          h("span", { class: `tag mark-${mark}` }, t.mark[mark]),
          h("p", {}, detail),
        )
      }),
    ),
  )
}

function markOf(step: VerifyStep, state: State): Mark {
  const at = verifySteps.indexOf(step)
  if (state.kind === "running") {
    const now = verifySteps.indexOf(state.step)
    return at < now ? "done" : at === now ? "now" : "next"
  }
  if (state.kind !== "checked") return "next"
  const { failed, verified } = state.report
  if (failed) {
    const wrong = verifySteps.indexOf(failed)
    return at < wrong ? "done" : at === wrong ? "failed" : "later"
  }
  const has = (type: string) => verified.checkpoints.some((c) => c.type === type)
  const there = {
    chain: true,
    setup: true,
    ballots: true,
    tally: has("EncryptedTally"),
    decryptions: has("Result"),
    result: has("Result"),
  }
  return there[step] ? "done" : "waiting"
}

function detailOf(step: VerifyStep, { verified, size }: Report): string {
  const { more, bytes } = words()
  const { checkpoints, credentials = 0, ballots, counted } = verified
  const given = checkpoints.filter((c) => c.type === "PartialDecryption").length
  if (step === "chain") return more.chain(checkpoints.length, bytes(size))
  if (step === "setup") return more.setup(credentials)
  if (step === "ballots") return more.ballots(ballots)
  if (step === "tally") return counted === undefined ? words().about.tally : more.tally(counted)
  if (step === "decryptions") return more.decryptions(given)
  return more.result
}
