import { ok, type Ratio, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type Floor, type Floors, methodList, methodNames, peopleFloors, type Terms } from "./terms.ts"

/** Terms from a file, or the field that is wrong and why. */
export function readTerms(json: unknown): Result<Terms, Refusal> {
  try {
    return ok(termsOf(json))
  } catch (error) {
    if (error instanceof Wrong)
      return refuse("invalid", `${error.field}：${error.message}`, { at: error.field })
    throw error
  }
}

class Wrong extends Error {
  readonly field: string
  constructor(field: string, because: string) {
    super(because)
    this.field = field
  }
}

type Fields = Readonly<Record<string, unknown>>

/** More people or seats than any university has would leave exact arithmetic. */
const most = 1_000_000

function termsOf(json: unknown): Terms {
  const it = fields("文件", json, [
    "unit",
    "faculties",
    "societies",
    "total",
    "method",
    "perHead",
    "each",
    "floors",
    "societySeats",
    "societiesInside",
    "exOfficio",
    "observers",
  ])
  const unit = oneOf("unit", it.unit ?? "faculty", ["faculty", "class"] as const)
  const faculties = list("faculties", it.faculties).map((f, i) => facultyOf(`faculties[${i}]`, f))
  const societies = list("societies", it.societies ?? []).map((s, i) => societyOf(`societies[${i}]`, s))
  distinct("faculties", faculties)
  distinct("societies", societies)
  const students = faculties.flatMap((f) => Object.values(f.grades)).reduce((a, b) => a + b, 0)
  if (students === 0) throw new Wrong("faculties", "没有学生")
  if (students > most) throw new Wrong("faculties", `学生共${students}人，超过${most}人`)
  const method = oneOf("method", it.method ?? "largest-remainder", methodList)
  const given = {
    ...(absent(it.total) ? {} : { total: count("total", it.total, 1) }),
    ...(absent(it.perHead) ? {} : { perHead: perHeadOf(it.perHead) }),
    ...(absent(it.each) ? {} : { each: count("each", it.each, 1) }),
    ...(absent(it.societySeats) ? {} : { societySeats: count("societySeats", it.societySeats) }),
  }
  return {
    unit,
    faculties,
    societies,
    method,
    ...given,
    floors: floorsOf(it.floors ?? {}, faculties),
    societiesInside: flag("societiesInside", it.societiesInside ?? false),
    exOfficio: count("exOfficio", it.exOfficio ?? 0),
    observers: count("observers", it.observers ?? 0),
  }
}

const absent = (value: unknown): boolean => value === undefined || value === null

function perHeadOf(value: unknown): Ratio {
  const read = ratio(value)
  if (read && read.num > 0) return read
  throw new Wrong("perHead", "应是大于0、不超过100%的比例，如 1%、0.01")
}

function facultyOf(at: string, json: unknown): Terms["faculties"][number] {
  const it = fields(at, json)
  const grades = fields(`${at}.grades`, it.grades)
  const read = Object.entries(grades).map(([grade, n]) => {
    if (!grade.trim()) throw new Wrong(`${at}.grades`, "年级名称不能为空")
    return [grade, count(`${at}.grades["${grade}"]`, n)] as const
  })
  const students = read.reduce((all, [, n]) => all + n, 0)
  const known = (["women", "party", "minorities"] as const).flatMap((kind) => {
    if (absent(it[kind])) return []
    const n = count(`${at}.${kind}`, it[kind])
    if (n > students) throw new Wrong(`${at}.${kind}`, `${n}人多于该组学生${students}人`)
    return [[kind, n] as const]
  })
  return { name: name(`${at}.name`, it.name), grades: Object.fromEntries(read), ...Object.fromEntries(known) }
}

function societyOf(at: string, json: unknown): Terms["societies"][number] {
  const it = fields(at, json)
  const main = flag(`${at}.main`, it.main ?? false)
  const members = count(`${at}.members`, it.members)
  if (main && members === 0) throw new Wrong(`${at}.members`, "主要学生社团没有成员，无法产生代表")
  const seats = absent(it.seats) ? undefined : count(`${at}.seats`, it.seats)
  if (seats !== undefined && seats > members)
    throw new Wrong(`${at}.seats`, `名额${seats}名多于成员${members}人`)
  if (main && seats === 0) throw new Wrong(`${at}.seats`, "主要学生社团至少1名（6.4）")
  return { name: name(`${at}.name`, it.name), members, main, ...(seats === undefined ? {} : { seats }) }
}

function floorsOf(json: unknown, faculties: Terms["faculties"]): Floors {
  const it = fields("floors", json, [...peopleFloors, "eachGrade", "grades", "faculties"])
  const grades = new Set(faculties.flatMap((f) => Object.keys(f.grades)))
  const names = new Set(faculties.map((f) => f.name))
  const single = [...peopleFloors, "eachGrade" as const].flatMap((key) =>
    absent(it[key]) ? [] : [[key, floor(`floors.${key}`, it[key])] as const],
  )
  const byName = (key: "grades" | "faculties", known: ReadonlySet<string>) =>
    Object.fromEntries(
      Object.entries(fields(`floors.${key}`, it[key] ?? {})).map(([at, value]) => {
        if (!known.has(at)) throw new Wrong(`floors.${key}["${at}"]`, "人数表中没有这一项")
        return [at, floor(`floors.${key}["${at}"]`, value)]
      }),
    )
  return {
    ...Object.fromEntries(single),
    grades: byName("grades", grades),
    faculties: byName("faculties", names),
  }
}

/** An object with no other field than those known; any field where none are named. */
function fields(at: string, value: unknown, known?: readonly string[]): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Wrong(at, value === undefined ? "没有填写" : "应是对象")
  for (const key of Object.keys(value))
    if (known && !known.includes(key))
      throw new Wrong(at === "文件" ? key : `${at}.${key}`, `没有这一项，可用的是${known.join("、")}`)
  return value as Fields
}

function list(at: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Wrong(at, value === undefined ? "没有填写" : "应是数组")
  return value
}

function name(at: string, value: unknown): string {
  if (typeof value !== "string" || !value.trim()) throw new Wrong(at, "应是名称")
  return value.trim()
}

function count(at: string, value: unknown, least = 0): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value
  throw new Wrong(at, `应是${least}至${most}之间的整数，现在是${JSON.stringify(value) ?? "空"}`)
}

function flag(at: string, value: unknown): boolean {
  if (typeof value === "boolean") return value
  throw new Wrong(at, "应是 true 或 false")
}

function oneOf<T extends string>(at: string, value: unknown, among: readonly T[]): T {
  const found = among.find((one) => one === value)
  if (found) return found
  const named = among.map((one) => (one in methodNames ? `${one}（${methodNames[one as never]}）` : one))
  throw new Wrong(at, `应是${named.join("、")}之一`)
}

/** `"25%"`, `0.25`: a share; a whole number from 1 on: a count of seats. */
function floor(at: string, value: unknown): Floor {
  return typeof value === "number" && Number.isInteger(value) ? count(at, value) : share(at, value)
}

function share(at: string, value: unknown): Ratio {
  const read = ratio(value)
  if (read) return read
  throw new Wrong(at, "应是整数名额，或不超过100%的比例，如 10%、0.1")
}

/** Exactly as it is written: 0.1 is one tenth. Null above 100 %, and for what is no share. */
function ratio(value: unknown): Ratio | null {
  const [, digits = "", percent] = /^(\d{1,3}(?:\.\d{1,6})?)(%)?$/.exec(String(value).trim()) ?? []
  const decimals = digits.split(".")[1]?.length ?? 0
  const num = Number(digits.replace(".", ""))
  const den = 10 ** decimals * (percent ? 100 : 1)
  return digits === "" || num > den ? null : { num, den }
}

function distinct(at: string, all: readonly { readonly name: string }[]): void {
  const seen = new Set<string>()
  all.forEach((one, i) => {
    if (seen.has(one.name)) throw new Wrong(`${at}[${i}].name`, `“${one.name}”重复`)
    seen.add(one.name)
  })
  if (at === "faculties" && all.length === 0) throw new Wrong(at, "一个也没有")
}
