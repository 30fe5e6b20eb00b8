import { atLeastOf, type Demand, seatsOf } from "@qiaoliang/apportion"
import { leastDelegates, outsideQuota, thresholds } from "#policy/practice/congress-rules.ts"
import type { Allocation, Check } from "./allocation.ts"
import { floorSource } from "./asks.ts"
import type { Told } from "./demands.ts"
import { methodNames, type PeopleFloor, unitWords } from "./terms.ts"

type Made = Omit<Allocation, "checks">
type Demands = ReadonlyMap<string, { demand: Demand; told: Told }>

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Everything that was asked, checked anew on the seats themselves. */
export function checksOf(made: Made, demands: Demands): Check[] {
  return [
    share(made),
    ...[...demands.values()].map((d) => demanded(made, d.demand, d.told)),
    ...societies(made),
    ...made.asks.map(
      (a): Check => ({
        id: `floors.${a.id}`,
        clause: null,
        source: floorSource(a.id as PeopleFloor),
        ok: sum(a.lines.map((l) => l.seats)) >= a.need,
        says: `${a.name}不少于${a.need}名，已按名额分到各组，由各组在产生代表时落实`,
        value: `${sum(a.lines.map((l) => l.seats))}/${a.of}`,
        limit: `≥${a.need}`,
      }),
    ),
    ...table(made),
    surplus(made),
  ]
}

function share({ terms, students, total, tableTotal, raised }: Made): Check {
  const law = atLeastOf(leastDelegates, students)
  const told = raised
    ? `1%即${raised.from}名，覆盖和下限至少要${raised.to}名，总名额提高到${raised.to}名`
    : `代表名额${total}名，学生${students}人的1%即${law}名`
  const asked =
    terms.total !== undefined && terms.total !== total
      ? `；要求${terms.total}名，按“${methodNames[terms.method]}”各组相加得${tableTotal}名`
      : ""
  return {
    id: "least",
    ...(terms.unit === "faculty"
      ? { clause: "6.3" as const, source: "第六条：代表名额一般不低于所联系学生人数的1%" }
      : { clause: null, source: "学院（系）参照校级：不低于所联系学生人数的1%" }),
    ok: total >= law,
    says: told + asked,
    value: `${total}/${students}`,
    limit: `≥${law}`,
  }
}

function demanded({ seats, faculties, grades, tableTotal }: Made, demand: Demand, told: Told): Check {
  const need = seatsOf(demand, tableTotal)
  const has = demand.side === "rows" ? seats!.facultySeats : seats!.gradeSeats
  const names = demand.side === "rows" ? faculties : grades
  const short = demand.of.filter((at) => has[at]! < need)
  const without = demand.fixed && names.length > demand.of.length
  return {
    id: demand.id,
    clause: told.clause,
    source: told.source,
    ok: short.length === 0,
    says:
      short.length === 0
        ? `${told.says}${without ? `；另有${names.length - demand.of.length}个没有学生，不占名额` : ""}`
        : `${told.says}：${short.map((at) => names[at]).join("、")}未达到`,
    value: demand.of.length ? `最少${Math.min(...demand.of.map((at) => has[at]!))}名` : "—",
    limit: `≥${need}`,
  }
}

function societies({ terms, societies: shared }: Made): Check[] {
  if (terms.unit === "class" && terms.societies.length === 0) return []
  const main = terms.societies.filter((s) => s.main)
  const seats = new Map(shared?.lines.map((l) => [l.name, l.seats]))
  const short = main.filter((s) => !seats.get(s.name))
  const all = sum(shared?.lines.map((l) => l.seats) ?? [])
  return [
    {
      id: "every-society",
      clause: "6.4",
      source: "第六条：名额分配要覆盖主要学生社团",
      ok: short.length === 0,
      says: short.length
        ? `主要学生社团${short.map((s) => s.name).join("、")}没有名额`
        : main.length
          ? `每个主要学生社团至少1名（${main.length}个）`
          : "没有登记主要学生社团",
      value: `${main.length - short.length}/${main.length}`,
      limit: `${main.length}`,
    },
    ...(terms.societies.length
      ? [
          {
            id: "quota-of-societies",
            clause: null,
            source: outsideQuota,
            ok: true,
            says: terms.societiesInside
              ? `社团名额${all}名计入总名额`
              : `社团名额${all}名不占基层团支部名额，在总名额之外`,
            value: `${all}`,
            limit: "—",
          },
        ]
      : []),
  ]
}

/** The table itself: sums, no cell above its students, nearness to the shares, ties. */
function table({ terms, seats, faculties, grades, tableTotal }: Made): Check[] {
  const { cells, facultySeats, gradeSeats, moved, proof, deviation, by } = seats!
  const { one } = unitWords[terms.unit]
  const rows = cells.every((row, i) => sum(row.map((c) => c.seats)) === facultySeats[i])
  const columns = gradeSeats.every((n, j) => n === sum(cells.map((row) => row[j]!.seats)))
  const over = cells.flat().filter((c) => c.seats > c.people)
  const source = `名额分配方法：${methodNames[terms.method]}`
  const own = { clause: null, source }
  const tied = cells.flat().filter((c) => c.tied)
  const ties = [...(by?.faculties.ties ?? []), ...(terms.unit === "faculty" ? (by?.grades.ties ?? []) : [])]
  const at = (c: { row: number; column: number }) => `${faculties[c.row]}${grades[c.column]}`
  return [
    {
      ...own,
      id: "sums",
      ok: rows && columns && sum(facultySeats) === tableTotal && sum(gradeSeats) === tableTotal,
      says: `各${one}、各年级的名额与表中各格相加一致`,
      value: `${sum(facultySeats)}`,
      limit: `${tableTotal}`,
    },
    {
      ...own,
      id: "students",
      ok: over.length === 0,
      says: "每格名额不多于学生人数，没有学生的格不分名额",
      value: `${over.length}`,
      limit: "0",
    },
    ...(moved.length
      ? [
          {
            ...own,
            id: "moved",
            ok: true,
            says: `有的组只有个别年级有学生，${moved.map((m) => `${m.name}由${m.method}名调整为${m.seats}名`).join("，")}；这是最少的调整`,
            value: `${moved.length}`,
            limit: "—",
          },
        ]
      : []),
    ...(proof
      ? [
          {
            ...own,
            id: "optimal",
            ok: true,
            says: "在各行各列名额之下，与精确份额之差的平方和最小，已用整数逐格验证",
            value: deviation.toFixed(4),
            limit: "最小",
          },
        ]
      : []),
    ...(tied.length + ties.length
      ? [
          {
            ...own,
            id: "ties",
            ok: true,
            says: `余数或差额相同的，先给学生多的，再按名称顺序：${[
              ...ties.map((t) => `${t.got.join("、")}先于${t.missed.join("、")}`),
              ...tied.map(at),
            ].join("；")}`,
            value: `${tied.length + ties.length}`,
            limit: "—",
          },
        ]
      : []),
  ]
}

function surplus({ candidates }: Made): Check {
  return {
    id: "surplus",
    clause: null,
    source: thresholds.surplus.source,
    ok: true,
    says: `差额选举：各组候选人比名额多20%以上，不足1名按1名计，共需${candidates!.total}名候选人`,
    value: `${candidates!.total}`,
    limit: "≥20%",
  }
}
