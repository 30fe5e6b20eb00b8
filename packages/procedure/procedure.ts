/** Who takes a step: any holder of a deciding post in an office; with `only`, one whose post carries that mark. */
export interface By {
  readonly office: string
  readonly only?: string
}

/** What whoever passes a step must say, in words of their own. */
export interface Ask {
  readonly key: string
  readonly label: string
  /** Fewest characters; 0 where it may be left out. */
  readonly min: number
  readonly max: number
}

export interface Step {
  readonly id: string
  /** As the clause writes it: 学院（系）党组织同意. */
  readonly label: string
  /** One office, or several that must all sign, in either order. */
  readonly by: readonly By[]
  /** The clause that asks for this step, where it is another than the procedure's. */
  readonly clause?: string
  /** Working days within which the step should be taken, counted from the day it began. */
  readonly days?: number
  /** 公示: full working days the matter lies open to objections before the step can be passed. */
  readonly notice?: number
  readonly asks?: readonly Ask[]
  /** Added by the university to what the clause asks. */
  readonly extra?: true
}

/** A chain of steps, each taken by the office named. `clause` is where it stands in the law. */
export interface Procedure {
  readonly id: string
  readonly clause: string
  readonly title: string
  readonly steps: readonly Step[]
  /** Whether what was approved may be changed afterwards, and then goes through the steps again. */
  readonly reopens?: true
}

export const by = (office: string, only?: string): readonly By[] => [only ? { office, only } : { office }]

/** Several offices, all of which must sign. */
export const jointly = (...offices: readonly string[]): readonly By[] => offices.map((office) => ({ office }))

export const step = (
  id: string,
  by: readonly By[],
  label: string,
  more: Omit<Step, "id" | "by" | "label"> = {},
): Step => ({ id, label, by, ...more })

/** Throws on a chain that could not be walked: an empty one, a step id twice, a step nobody takes. */
export function procedure(
  id: string,
  clause: string,
  title: string,
  steps: readonly Step[],
  more: Pick<Procedure, "reopens"> = {},
): Procedure {
  if (steps.length === 0) throw new Error(`${id}: a procedure needs a step`)
  const ids = new Set(steps.map((s) => s.id))
  if (ids.size < steps.length) throw new Error(`${id}: a step id stands twice`)
  const idle = steps.find((s) => s.by.length === 0)
  if (idle) throw new Error(`${id}: nobody takes ${idle.id}`)
  return { id, clause, title, steps, ...more }
}

/** The same procedure with one more step after another (null: before all). Steps can be added, never removed. */
export function withExtra(p: Procedure, after: string | null, added: Step): Procedure {
  const at = after === null ? -1 : p.steps.findIndex((s) => s.id === after)
  if (after !== null && at < 0) throw new Error(`${p.id} has no step ${after}`)
  const steps = p.steps.toSpliced(at + 1, 0, { ...added, extra: true })
  return procedure(p.id, p.clause, p.title, steps, p.reopens ? { reopens: true } : {})
}
