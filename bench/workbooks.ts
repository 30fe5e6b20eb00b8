import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { utils, write } from "@e965/xlsx"
import type { Book } from "./product.ts"

/** The sample university's register: 12,000 students. */
export function sampleRegister(): Book {
  const folder = fileURLToPath(new URL("../examples/minghu/", import.meta.url))
  const fileName = readdirSync(folder).find((name) => name.includes("学生名册"))
  if (!fileName) throw new Error("the sample's register is missing")
  return { fileName, bytes: new Uint8Array(readFileSync(folder + fileName)) }
}

/** As many as make 31 unions with the school's two. */
export const faculties = Array.from({ length: 29 }, (_, i) => `第${i + 1}学院`)

const header = [
  "学号",
  "姓名",
  "性别",
  "民族",
  "学院",
  "专业",
  "班级",
  "年级",
  "学历层次",
  "政治面貌",
  "校区",
]

/** A register of `count` students, the same every time; kept in the temporary folder for the next run. */
export function largeRegister(count: number): Book {
  const fileName = `qiaoliang-bench-register-${count}-v1.xlsx`
  const path = join(tmpdir(), fileName)
  if (!existsSync(path)) {
    const sheet = utils.aoa_to_sheet([header, ...students(count)], { dense: true })
    const book = utils.book_new(sheet, "学生名册")
    const bytes: Uint8Array = write(book, {
      type: "buffer",
      bookType: "xlsx",
      compression: true,
      bookSST: true,
    })
    writeFileSync(`${path}.${process.pid}`, bytes)
    renameSync(`${path}.${process.pid}`, path)
  }
  return { fileName: "大校学生名册.xlsx", bytes: new Uint8Array(readFileSync(path)) }
}

function students(count: number): string[][] {
  const pick = choices(20251115)
  const each = Math.ceil(count / faculties.length)
  return Array.from({ length: count }, (_, i) => {
    const f = Math.floor(i / each)
    const place = i % each
    const graduate = place % 4 === 3
    const year = 2022 + (Math.floor(place / 4) % 4)
    const major = `专业${f + 1}-${(Math.floor(place / 16) % 4) + 1}`
    const number = `${year}${String(f + 1).padStart(2, "0")}${graduate ? "9" : "1"}${String(place).padStart(5, "0")}`
    return [
      number,
      pick(surnames) + pick(given) + pick([...given, ""]),
      pick(["男", "女"]),
      pick(["汉族", "汉族", "汉族", "回族", "壮族"]),
      faculties[f]!,
      major,
      `${major}${String(year).slice(2)}0${(place % 3) + 1}班`,
      `${year}级`,
      graduate ? "硕士" : "本科",
      pick(["共青团员", "共青团员", "共青团员", "中共党员", "群众"]),
      pick(["湖滨校区", "山南校区"]),
    ]
  })
}

const surnames = [..."王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"]
const given = [..."静逸衡语琪帆嘉宁知夏明远怀谷思齐若川清越书以安然子涵雨桐浩宇欣怡梓轩诗博文俊杰"]

/** Choices that are the same in every run (a linear congruence). */
function choices(seed: number): <T>(from: readonly T[]) => T {
  let state = seed
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[Math.floor((state / 2 ** 32) * from.length)]!
  }
}
