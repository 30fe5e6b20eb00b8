import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { facultyFinder } from "./faculty-names.ts"

const answers = JSON.parse(
  readFileSync(new URL("../../examples/minghu/answers.json", import.meta.url), "utf8"),
) as { facultyAliases: Record<string, string>; counts: { register: { byFaculty: Record<string, number> } } }
const faculties = Object.keys(answers.counts.register.byFaculty)

describe("short names of faculties", () => {
  const find = facultyFinder(faculties)

  it.each(Object.entries(answers.facultyAliases))("finds %s", (short, name) => {
    expect(find(short)).toEqual({ found: "short", name })
  })

  it("takes a name as the register writes it, however padded", () => {
    expect(find(" 文 学院 ")).toEqual({ found: "same", name: "文学院" })
    expect(find("法学院（知识产权学院）")).toEqual({ found: "same", name: "法学院" })
  })

  it("finds nothing for what no faculty is called", () => {
    expect(find("医学院").found).toBe("none")
    expect(find("院").found).toBe("none")
    expect(find("").found).toBe("none")
  })

  it("leaves the choice to a person where several fit, and remembers it", () => {
    const several = ["化学学院", "化学工程学院", "环境学院"]
    expect(facultyFinder(several)("化学院")).toEqual({ found: "short", name: "化学学院" })
    expect(facultyFinder(several)("化院")).toEqual({ found: "several", names: ["化学学院", "化学工程学院"] })
    expect(facultyFinder(several, { 化院: "化学工程学院" })("化院")).toEqual({
      found: "remembered",
      name: "化学工程学院",
    })
  })
})
