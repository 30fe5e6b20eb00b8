import { chineseDay, type Day, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import {
  applicant,
  type Case,
  holdsFor,
  isOwnCase,
  type Move,
  type MoveKind,
  type Mover,
  type Signature,
  type State,
  stepAt,
  type Today,
  unsigned,
} from "./course.ts"
import { noticeEnds } from "./due.ts"
import type { By, Step } from "./procedure.ts"

/** A course begins; where the first step is the applicant's own, beginning takes it. */
export function begin(c: Case, version: string, on: Day): State {
  const first = c.procedure.steps[0]!
  const state: State = {
    status: "open",
    at: 0,
    since: on,
    version,
    signed: [],
    objections: [],
    objected: 0,
    moves: 1,
  }
  return first.by[0]?.office === applicant ? sign(c, state, first, applicant, c.applicant, on) : state
}

/** One move: the state after it, or why not, with the clause that asks for the step. Pure. */
export function advance(c: Case, s: State, move: Move, mover: Mover, today: Today): Result<State, Refusal> {
  const next = moved(c, s, move, mover, today)
  return next.ok ? ok({ ...next.value, moves: s.moves + 1 }) : next
}

function moved(c: Case, s: State, move: Move, mover: Mover, today: Today): Result<State, Refusal> {
  switch (move.kind) {
    case "pass":
      return pass(c, s, move, mover, today)
    case "return":
      return giveBack(c, s, move, mover, today)
    case "refuse": {
      const step = at(c, s, move.step)
      if (!step.ok) return step
      const may = mayTake(c, step.value, step.value.by, mover)
      if (!may.ok) return may
      return because(move.because, ok({ ...s, status: "refused" }))
    }
    case "withdraw":
      if (s.status !== "open") return ended(c, s)
      if (mover.number !== c.applicant)
        return refuse("not-allowed", "只有申请人可以撤回", { clause: c.procedure.clause })
      return ok({ ...s, status: "withdrawn" })
    case "amend":
      return amend(c, s, move.version, mover, today.on)
    case "object":
      return object(c, s, move.because, today)
    case "settle":
      return settle(c, s, move, mover, today.on)
  }
}

type Of<K extends MoveKind> = Extract<Move, { kind: K }>

function pass(c: Case, s: State, move: Of<"pass">, mover: Mover, today: Today): Result<State, Refusal> {
  const found = at(c, s, move.step)
  if (!found.ok) return found
  const step = found.value
  const clause = step.clause ?? c.procedure.clause
  const may = mayTake(
    c,
    step,
    step.by.filter((b) => b.office === move.office),
    mover,
  )
  if (!may.ok) return may
  if (!unsigned(step, s).some((b) => b.office === move.office))
    return refuse("conflict", `“${step.label}”中的这一方已经办理`, { clause, cure: "等待另一方办理" })
  if (s.signed.some((g) => g.step === step.id && g.by === mover.number))
    return refuse("not-allowed", "联合办理的各方须由不同的人办理", {
      clause,
      cure: "由该部门另一位负责人办理",
    })
  if (move.version !== s.version)
    return refuse("conflict", "材料已经改动，不是您看到的版本", { clause, cure: "刷新后按最新版本办理" })
  const notice = noticePassed(c, s, step, today)
  if (!notice.ok) return notice
  for (const ask of step.asks ?? []) {
    const said = move.says?.[ask.key]?.trim() ?? ""
    if (said.length < ask.min)
      return refuse("invalid", `请填写${ask.label}（至少${ask.min}字）`, { clause, at: ask.key })
    if (said.length > ask.max)
      return refuse("invalid", `${ask.label}过长（最多${ask.max}字）`, { at: ask.key })
  }
  return ok(sign(c, s, step, move.office, mover.number, today.on))
}

/** The signature added; the course goes on once every office of the step has signed. */
function sign(c: Case, s: State, step: Step, office: string, by: string, on: Day): State {
  const signature: Signature = { step: step.id, office, by, on, version: s.version }
  const signed = { ...s, signed: [...s.signed, signature] }
  if (unsigned(step, signed).length > 0) return signed
  const next = s.at + 1
  return {
    ...signed,
    at: next,
    since: on,
    objections: [],
    status: next === c.procedure.steps.length ? "passed" : "open",
  }
}

function noticePassed(c: Case, s: State, step: Step, { on, works }: Today): Result<void, Refusal> {
  const ends = noticeEnds(c, s, works)
  const clause = step.clause ?? c.procedure.clause
  if (ends && on <= ends)
    return refuse("against-clause", `公示到${chineseDay(ends)}结束，期满后才能办理`, {
      clause,
      cure: "公示期满后再办理",
    })
  const open = s.objections.filter((o) => !o.settled).length
  if (open > 0)
    return refuse("against-clause", `有${open}条异议尚未答复`, { clause, cure: "逐条核实并答复后再办理" })
  return ok(undefined)
}

function giveBack(c: Case, s: State, move: Of<"return">, mover: Mover, today: Today): Result<State, Refusal> {
  const found = at(c, s, move.step)
  if (!found.ok) return found
  const may = mayTake(c, found.value, found.value.by, mover)
  if (!may.ok) return may
  const to = c.procedure.steps.findIndex((x) => x.id === move.to)
  if (to < 0 || to >= s.at)
    return refuse("invalid", "只能退回到前面的步骤", { clause: c.procedure.clause, at: "to" })
  return because(move.because, ok(backTo(c, s, to, today.on)))
}

/** Back at a step: neither it nor what came after it stands. */
function backTo(c: Case, s: State, to: number, on: Day): State {
  const standing = new Set(c.procedure.steps.slice(0, to).map((x) => x.id))
  return {
    ...s,
    status: "open",
    at: to,
    since: on,
    signed: s.signed.filter((g) => standing.has(g.step)),
    objections: [],
  }
}

function amend(c: Case, s: State, version: string, mover: Mover, on: Day): Result<State, Refusal> {
  const first = c.procedure.steps[0]!
  const may =
    first.by.some((b) => holdsFor(c, b, mover) && !isOwnCase(c, b, mover)) || mover.number === c.applicant
  if (!may)
    return refuse("not-allowed", "只有申请人或最初的经办单位可以改动材料", { clause: c.procedure.clause })
  const open = s.status === "open" || (s.status === "passed" && c.procedure.reopens)
  if (!open) return ended(c, s)
  if (version === s.version) return refuse("invalid", "材料没有改动")
  const back = backTo(c, { ...s, version }, 0, on)
  const own = first.by[0]?.office === applicant && mover.number === c.applicant
  return ok(own ? sign(c, back, first, applicant, mover.number, on) : back)
}

function object(c: Case, s: State, words: string, { on, works }: Today): Result<State, Refusal> {
  const ends = noticeEnds(c, s, works)
  if (!ends) return refuse("conflict", "现在不在公示期", { clause: c.procedure.clause })
  if (on > ends)
    return refuse("conflict", `公示已于${chineseDay(ends)}结束`, {
      clause: c.procedure.clause,
      cure: "可直接向校团委反映",
    })
  const id = s.objected + 1
  return because(
    words,
    ok({ ...s, objected: id, objections: [...s.objections, { id, because: words.trim(), on }] }),
  )
}

function settle(c: Case, s: State, move: Of<"settle">, mover: Mover, on: Day): Result<State, Refusal> {
  const step = stepAt(c, s)
  if (!step) return ended(c, s)
  const may = mayTake(c, step, step.by, mover)
  if (!may.ok) return may
  const objection = s.objections.find((o) => o.id === move.objection)
  if (!objection) return refuse("not-found", "没有这条异议")
  if (objection.settled) return refuse("conflict", "这条异议已经答复")
  const settled = { because: move.because.trim(), by: mover.number, on }
  return because(
    move.because,
    ok({ ...s, objections: s.objections.map((o) => (o === objection ? { ...o, settled } : o)) }),
  )
}

function at(c: Case, s: State, id: string): Result<Step, Refusal> {
  const step = stepAt(c, s)
  if (!step) return ended(c, s)
  if (step.id === id) return ok(step)
  const wanted = c.procedure.steps.findIndex((x) => x.id === id)
  if (wanted < 0) return refuse("not-found", "没有这一步", { clause: c.procedure.clause })
  const clause = c.procedure.steps[wanted]!.clause ?? c.procedure.clause
  return wanted > s.at
    ? refuse("against-clause", `还没有到这一步：须先完成“${step.label}”`, { clause })
    : refuse("conflict", "这一步已经办理", { clause })
}

function mayTake(c: Case, step: Step, offices: readonly By[], mover: Mover): Result<void, Refusal> {
  const clause = step.clause ?? c.procedure.clause
  const held = offices.filter((b) => holdsFor(c, b, mover))
  if (held.length === 0)
    return refuse("not-allowed", `“${step.label}”须由条文指明的组织办理，您今天不在其位`, { clause })
  if (held.every((b) => isOwnCase(c, b, mover)))
    return refuse("not-allowed", "不能办理与自己有关的事项", { clause, cure: "由同一组织的其他负责人办理" })
  return ok(undefined)
}

const because = (words: string, then: Result<State, Refusal>): Result<State, Refusal> =>
  words.trim().length < 2 ? refuse("invalid", "请写明理由（至少2字）", { at: "because" }) : then

const endings = {
  passed: "已经办结",
  refused: "已经作出不同意的决定",
  withdrawn: "已经撤回",
  open: "",
} as const

const ended = (c: Case, s: State): Result<never, Refusal> =>
  refuse("conflict", `这一事项${endings[s.status]}`, { clause: c.procedure.clause })
