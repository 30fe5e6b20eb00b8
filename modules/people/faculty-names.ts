import { normaliseText } from "@qiaoliang/sheets"

/** Which faculty of the register a written name stands for. */
export type FacultyMatch =
  | { readonly found: "same" | "remembered" | "short"; readonly name: string }
  | { readonly found: "several"; readonly names: readonly string[] }
  | { readonly found: "none" }

/**
 * Finds faculties by the short names officers write (马院, 物电学院). Each way to shorten a name is
 * tried from the surest to the loosest; the first that fits decides, and must fit one faculty only.
 * `aliases` are names this university has settled before.
 */
export function facultyFinder(
  faculties: readonly string[],
  aliases: Readonly<Record<string, string>> = {},
): (written: string) => FacultyMatch {
  const known = new Map(faculties.map((name) => [tidy(name), name]))
  const settled = new Map(Object.entries(aliases).map(([short, name]) => [tidy(short), name]))
  const cores = faculties.map((name) => ({ name, core: coresOf(tidy(name))[0]! }))
  const found = new Map<string, FacultyMatch>()
  const find = (text: string): FacultyMatch => {
    const same = known.get(text)
    if (same !== undefined) return { found: "same", name: same }
    const remembered = settled.get(text)
    if (remembered !== undefined) return { found: "remembered", name: remembered }
    const shorts = coresOf(text)
    for (const shortens of ways)
      for (const short of shorts) {
        const names = cores.filter(({ core }) => shortens(short, core)).map(({ name }) => name)
        if (names.length === 1) return { found: "short", name: names[0]! }
        if (names.length > 1) return { found: "several", names }
      }
    return { found: "none" }
  }
  return (written) => {
    const text = tidy(written)
    let match = found.get(text)
    if (!match) {
      match = text === "" ? { found: "none" } : find(text)
      found.set(text, match)
    }
    return match
  }
}

const tidy = (name: string) =>
  normaliseText(name)
    .replace(/\s/g, "")
    .replace(/[（(].*?[）)]/g, "")

/** The name without what every faculty's name ends with; 数学院 may be 数学＋院 or 数＋学院. */
function coresOf(name: string): string[] {
  const cores: string[] = []
  for (const ending of ["研究院", "研究所", "学院", "学部", "院", "系", "部", "所"])
    if (name.length > ending.length && name.endsWith(ending)) cores.push(name.slice(0, -ending.length))
  return cores.length > 0 ? cores : [name]
}

/** Ways to shorten a core, from the surest to the loosest. */
const ways: readonly ((short: string, core: string) => boolean)[] = [
  (short, core) => short === core,
  (short, core) => core.startsWith(short),
  // 经管 of 经济与管理, 电信 of 电子信息工程: begins alike and keeps the order.
  (short, core) => short.length >= 2 && short[0] === core[0] && isWithin(short, core),
  (short, core) => short.length >= 2 && core.includes(short),
  // The other way round: 计算机科学与软件 for 计算机.
  (short, core) => core.length >= 2 && short.startsWith(core),
]

function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const char of long) if (char === short[at]) at++
  return at === short.length
}
