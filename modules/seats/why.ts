import { type Demand, explain, type Problem, type Solver, seatsOf } from "@qiaoliang/apportion"
import type { Change, Infeasible, Seats } from "./allocation.ts"
import type { Told } from "./demands.ts"
import { methodNames, type Terms } from "./terms.ts"

type Demands = ReadonlyMap<string, { demand: Demand; told: Told }>

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Which of the terms collide and what helps, in words. */
export function whyNot(solve: Solver, problem: Problem, demands: Demands, inside: number): Infeasible {
  const { collide, ways } = explain(solve, problem, 1)
  const students = sum(problem.people.flat())
  const total = problem.total + inside
  const named = collide.map((id) => {
    const told = demands.get(id)?.told
    if (told) return { id, ...told }
    const rest = inside > 0 ? `（其中社团${inside}名，余${problem.total}名）` : ""
    return { id, says: `总名额${total}名${rest}`, clause: null, source: "本次分配设定" }
  })
  if (problem.total < 1 && inside > 0) return nothingLeft(total, inside, ways.flat())
  const only = named.length === 1 && collide[0] === "total"
  const says = named.map((c) => c.says)
  const because = only
    ? `总名额${total}名不能用：学生共${students}人，名额须在1名以上、不超过学生人数`
    : says.length === 1
      ? `${says[0]}做不到：名额不能多于学生人数`
      : `${some(says).join("，与")}不能同时满足`
  return {
    because,
    collide: named,
    ways: ways.map((way) => {
      const changes = way.map(
        (change): Change =>
          change.kind === "total"
            ? { field: "total", from: change.from + inside, to: change.to + inside }
            : { field: change.id, from: change.from, to: change.to },
      )
      return { says: changes.map((c) => changeWords(c, demands)).join("，并且"), changes }
    }),
  }
}

/** Societies inside take the whole total: nothing is left to share. */
function nothingLeft(total: number, inside: number, [up]: readonly { readonly to: number }[]): Infeasible {
  const own = { clause: null, source: "本次分配设定" }
  const to = (up?.to ?? 1) + inside
  return {
    because: `总名额${total}名，社团名额${inside}名计入其中，没有名额可以分给其他各组`,
    collide: [
      { id: "total", says: `总名额${total}名`, ...own },
      { id: "societySeats", says: `社团名额${inside}名计入总名额`, ...own },
    ],
    ways: [{ says: `总名额增加到${to}名`, changes: [{ field: "total", from: total, to }] }],
  }
}

/** A long list is told in full below; the sentence names the first of it. */
const some = (says: readonly string[]): string[] =>
  says.length > 4 ? [...says.slice(0, 3), `其他${says.length - 3}项要求`] : [...says]

function changeWords({ field, from, to }: Change, demands: Demands): string {
  if (field === "total") return `总名额${to > from ? "增加到" : "减少到"}${to}名`
  const says = demands.get(field)?.told.says ?? field
  return `${says.replace(/不少于.*$/, "")}的下限由${from}名降为${to}名`
}

/** Seats of groups by themselves leave nothing to choose: a demand they miss collides with the formula. */
export function brokenFormula(
  { method }: Terms,
  problem: Problem,
  demands: Demands,
  { facultySeats, gradeSeats }: Seats,
): Infeasible | null {
  const total = sum(facultySeats)
  for (const { demand, told } of demands.values()) {
    const seats = demand.side === "rows" ? facultySeats : gradeSeats
    const need = seatsOf(demand, total)
    const least = Math.min(...demand.of.map((at) => seats[at]!))
    if (demand.of.length === 0 || least >= need) continue
    const short = demand.of.filter((at) => seats[at]! < need).map((at) => problem[demand.side][at]!)
    const rule = { id: "method", says: methodNames[method], clause: null, source: "本次分配选用的方法" }
    return {
      because: `按“${methodNames[method]}”，${short.join("、")}达不到“${told.says}”`,
      collide: [rule, { id: demand.id, ...told }],
      ways: demand.fixed
        ? []
        : [
            {
              says: changeWords({ field: demand.id, from: need, to: least }, demands),
              changes: [{ field: demand.id, from: need, to: least }],
            },
          ],
    }
  }
  return null
}

/** A number for all societies below what each main one and those settled need, or above their members. */
export function tooFewForSocieties(
  { societies }: Terms,
  wanted: number,
  { least, most }: { least: number; most: number },
): Infeasible {
  const to = wanted < least ? least : most
  const main = societies.filter((s) => s.main).length
  return {
    because:
      wanted < least
        ? `社团名额${wanted}名，${main}个主要学生社团各至少1名，连同已定的名额要${least}名`
        : `社团名额${wanted}名，多于可以分配的${most}名`,
    collide: [
      { id: "societySeats", says: `社团名额${wanted}名`, clause: null, source: "本次分配设定" },
      wanted < least
        ? {
            id: "every-society",
            says: `每个主要学生社团至少1名（${main}个）`,
            clause: "6.4",
            source: "第六条：名额分配要覆盖主要学生社团",
          }
        : { id: "members", says: "名额不多于社团成员", clause: null, source: "社团名录" },
    ],
    ways: [{ says: `社团名额改为${to}名`, changes: [{ field: "societySeats", from: wanted, to }] }],
  }
}
