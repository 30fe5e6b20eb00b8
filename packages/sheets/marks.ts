import type { Parsed } from "./identity.ts"
import type { RawCell } from "./raw.ts"
import { cellProblem, narrowText, textOf } from "./text.ts"

const bare = (raw: RawCell) => narrowText(textOf(raw)).replace(/\s/g, "")
const dash = /^[-–—―－_/\\~～]+$/

/** A whole number of people or things: `35人`, `18 人`, `1,204`, `３５`. Blank is null. */
export function parseCount(raw: RawCell): Parsed<number | null> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  const text = bare(raw)
  if (text === "" || dash.test(text)) return { value: null }
  const match = /^(?:共计?|约?共)?(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.0+)?[人名位个项条件门次届]?$/.exec(text)
  if (!match) return { problem: `“${text}”不是数目` }
  return { value: Number(match[1]!.replaceAll(",", "")) }
}

const yes = /^(是|√|✓|✔|☑|■|●|有|y|yes|true|1|对|存在|已|v)$/
const no = /^(否|×|✗|✘|x|无|没有|不是|n|no|false|0|不|不存在|未|□|☐|○|没)$/
const ticked = "[☑✓✔√■R☒]"
const unticked = "[□☐£○]"

/**
 * Yes or no in the signs people put: words, ticks, boxes, `R是 £否` (Wingdings copied as letters).
 * Blank or a dash is null.
 */
export function parseYesNo(raw: RawCell): Parsed<boolean | null> {
  if (typeof raw === "boolean") return { value: raw }
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  const text = bare(raw)
  if (text === "" || dash.test(text)) return { value: null }
  const pair = bothBoxes(text)
  if (pair !== undefined) return pair
  const word = text.toLowerCase().replace(/[。.；;!！]$/, "")
  if (yes.test(word)) return { value: true }
  if (no.test(word)) return { value: false }
  return { problem: `“${text}”看不出是或否` }
}

/** `☑是□否`, `是√否□`, `是(√)否( )`: a form with both answers printed. Undefined when it is not one. */
function bothBoxes(text: string): Parsed<boolean | null> | undefined {
  if (!/[是有]/.test(text) || !/[否无]/.test(text) || text.length > 12) return undefined
  const before = new RegExp(`^(${ticked}|${unticked}|)[是有][,、/;]?(${ticked}|${unticked}|)[否无]$`).exec(
    text,
  )
  const after = new RegExp(
    `^[是有]\\(?(${ticked}|${unticked}|)\\)?[,、/;]?[否无]\\(?(${ticked}|${unticked}|)\\)?$`,
  ).exec(text)
  const marks = before && (before[1] !== "" || before[2] !== "") && !after?.[2] ? before : (after ?? before)
  if (!marks) return undefined
  const isTick = (mark: string | undefined) => mark !== undefined && new RegExp(`^${ticked}$`).test(mark)
  const [yesTicked, noTicked] = [isTick(marks[1]), isTick(marks[2])]
  if (yesTicked && noTicked) return { problem: `“${text}”是和否都打了勾` }
  return { value: yesTicked ? true : noTicked ? false : null }
}

/**
 * How many courses were failed; `some` when only that there were, null when the cell does not say
 * (blank, a dash, 缓考, 新生).
 */
export function parseFails(raw: RawCell): Parsed<number | "some" | null> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  const text = bare(raw)
  if (text === "" || dash.test(text) || /^(缓考|新生|暂无|未知|待定)/.test(text)) return { value: null }
  const match = /^(?:共|有)?(\d{1,2})(?:\.0+)?(?:门|科|门次)?(?:不及格|挂科)?$/.exec(text)
  if (match) return { value: Number(match[1]) }
  if (/^(无|否|没有|不存在|零|无不及格|无挂科|全部及格|n|no|×)$/i.test(text)) return { value: 0 }
  if (/^(有|是|存在|有不及格|有挂科|y|yes|√)$/i.test(text)) return { value: "some" }
  return { problem: `“${text}”看不出不及格门数` }
}
