import type { Verdict } from "@qiaoliang/clause"
import { describe, expect, it } from "vitest"
import { toText } from "#kit/paper/text.ts"
import { judgeUnion } from "#policy/index.ts"
import { sheetFor } from "#policy/practice/self-assessment/index.ts"
import { buildFaculty, buildFinding, buildInput, buildOwn, buildUnion, sampleCharter } from "./build.ts"
import { compose } from "./compose.ts"
import { formRows } from "./forms.ts"
import { obstacles } from "./obstacles.ts"
import { paperOf } from "./paper.ts"
import { canonical, seal } from "./seal.ts"
import { find } from "./shape.ts"

/** The rows as the text of a page shows them: `☑是　□否`. */
const text = (input = buildInput()) => toText(paperOf(compose(input)))

describe("the sections", () => {
  it("stand all in the order of the form, under the fixed opening", () => {
    const d = compose(buildInput())
    expect(d.sections.map((s) => s.heading)).toEqual([
      "一、改革自评表",
      "二、《明湖大学学生会章程》",
      "三、校级组织工作机构组织架构图",
      "四、校级组织工作人员名单",
      "五、校级学生代表大会召开情况",
      "六、校级学生代表大会代表产生办法",
      "七、校级组织主席团成员候选人产生办法及选举办法",
      "八、校级组织工作部门成员选拔办法",
      "九、校级组织主席团成员、工作部门负责人述职评议办法及开展情况",
      "十、校团委指导学生会组织主要责任人",
    ])
    expect(d.opening).toBe(
      "为落实共青团中央、教育部、全国学联联合下发的《关于推动高校学生会（研究生会）深化改革的若干意见》，并结合《关于巩固高校学生会（研究生会）改革成果的若干措施》文件要求，接受广大师生监督，现将我校2025—2026学年学生会改革情况公开如下。",
    )
  })

  it("print in that order too, with both parts of the first and 问题不足 in the table", () => {
    const page = text(buildInput({ faculties: [buildFaculty("文学院")] }))
    const marks = [
      "现将我校",
      "（一）校级学生会组织改革自评表",
      "问题不足（选填）",
      "（二）院级学生会组织改革自评表",
      ...compose(buildInput())
        .sections.slice(1)
        .map((s) => s.heading),
      "附件　各院级",
      "1.文学院学生会",
    ]
    const places = marks.map((m) => page.indexOf(m))
    expect(places.every((p) => p >= 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it("speak of graduates and of faculties where those file", () => {
    const graduates = compose(
      buildInput({ filer: buildUnion({ name: "明湖大学研究生会", kind: "graduate" }) }),
    )
    expect(graduates.sections[4]!.heading).toBe("五、校级研究生代表大会召开情况")
    expect(graduates.opening).toContain("研究生会改革情况公开如下")
    const faculty = compose(buildInput({ filer: buildFaculty("文学院") }))
    expect(faculty.opening).toContain("现将我院")
    expect(find(faculty, "assessment").faculties).toBeNull()
    expect(faculty.sections[9]!.heading).toBe("十、院（系）团组织指导学生会组织主要责任人")
  })
})

/** A count that goes with the verdict: the form holds it against its own bound. */
const over = (verdict: Verdict) => (verdict === "violated" ? 6 : verdict === "unknown" ? null : 4)

describe("the form", () => {
  const rowOf = (verdict: Verdict | null, clause = "3.3", what = "主席团成员不超过5人") => {
    const findings = verdict ? [buildFinding(clause, verdict, { value: over(verdict) })] : []
    return formRows(buildUnion({ findings }), sheetFor(2025), [], {}).find((r) => r.text.includes(what))!
  }

  it("is never 是 where the clause is unknown, or nothing was judged", () => {
    expect(rowOf("met").conclusion).toBe("yes")
    expect(rowOf("violated").conclusion).toBe("no")
    expect(rowOf("unknown").conclusion).toBe("open")
    expect(rowOf(null).conclusion).toBe("open")
    for (const row of formRows(buildUnion({ findings: [] }), sheetFor(2025), [], {}))
      expect(row.conclusion).not.toBe("yes")
  })

  it("is never 是 where any finding of the row's clauses is unknown, over real judgements", () => {
    const union = buildUnion()
    const facts = {
      asOf: "2025-11-15",
      unit: { id: union.id, name: union.name },
      union: { id: union.id, name: union.name, level: union.level, kind: union.kind },
      university: { name: "明湖大学", students: 12_000, campuses: [] },
      posts: union.posts,
      departments: union.departments,
      answers: {},
      explanations: [],
      limits: {},
      readings: {},
    }
    const judged = judgeUnion(facts)
    expect(judged.some((f) => f.verdict === "unknown")).toBe(true)
    const rows = formRows({ ...union, findings: judged }, sheetFor(2025), [], {})
    expect(rows.find((r) => r.text.includes("主席团成员不超过5人"))!.conclusion).toBe("yes")
    expect(rows.filter((r) => r.conclusion === "open").length).toBeGreaterThan(3)
    const without = formRows(
      { ...union, posts: null, findings: judgeUnion({ ...facts, posts: null }) },
      sheetFor(2025),
      [],
      {},
    )
    const resting = ["工作人员不超过40人", "主席团成员不超过5人", "共产党员或共青团员", "学习成绩综合排名"]
    for (const what of resting) expect(without.find((r) => r.text.includes(what))!.conclusion).toBe("open")
  })

  it("prints the ticks of the sample", () => {
    const line = (of: string, input = buildInput()) => {
      const page = text(input)
      return page.slice(page.indexOf(of)).slice(0, 400)
    }
    const what = "主席团成员不超过5人"
    const judged = (verdict: Verdict) =>
      buildInput({
        filer: buildUnion({ findings: [buildFinding("3.3", verdict, { value: over(verdict) })] }),
      })
    expect(line(what, judged("met"))).toMatch(/☑是\s*□否/)
    expect(line(what, judged("violated"))).toMatch(/^[^☑]*□是\s*☑否/)
    expect(line(what, judged("unknown"))).toMatch(/^[^☑]*□是\s*□否/)
    expect(text(judged("met"))).toMatch(/组织类别：☑学生会\s*□研究生会/)
    expect(text(judged("met"))).toContain("实有4人")
  })

  it("takes a person's word for an open row, prints what it rests on, and left-open rows their remark", () => {
    const attested = {
      row: "row-01",
      answer: "yes",
      by: "周敏",
      capacity: "秘书长",
      on: "2025-11-10",
      source: "《部门职责清单》",
    } as const
    const rows = formRows(buildUnion(), sheetFor(2025), [attested], { "row-02": "部门调整中" })
    expect(rows[0]).toMatchObject({
      conclusion: "yes",
      attested: true,
      remark: expect.stringContaining("《部门职责清单》（2025年11月10日）"),
    })
    expect(rows[1]).toMatchObject({ conclusion: "open", remark: "待证明：部门调整中" })
  })

  it("a word of 是 never covers a computed 否; a word of 否 stands against a computed 是", () => {
    const word = (answer: "yes" | "no", verdict: Verdict) => {
      const union = buildUnion({ findings: [buildFinding("3.3", verdict, { value: over(verdict) })] })
      const number = formRows(union, sheetFor(2025), [], {}).find((r) =>
        r.text.includes("主席团成员不超过5人"),
      )!.number
      const row = `row-${number.padStart(2, "0")}`
      const given = { row, answer, by: "周敏", capacity: "秘书长", on: "2025-11-10", source: "记录" }
      return formRows(union, sheetFor(2025), [given], {}).find((r) => r.number === number)!.conclusion
    }
    expect(word("yes", "violated")).toBe("no")
    expect(word("no", "met")).toBe("no")
  })

  it("counts the faculties row by row, and carries each one's own table", () => {
    const ok = buildFaculty("文学院", { findings: [buildFinding("3.8b", "met", { value: 3 })] })
    const over = buildFaculty("法学院", { findings: [buildFinding("3.8b", "violated", { value: 4 })] })
    const unknown = buildFaculty("外国语学院")
    const { faculties } = find(compose(buildInput({ faculties: [ok, over, unknown] })), "assessment")
    expect(faculties!.tally.find((t) => t.text.includes("主席团成员不超过3人"))).toMatchObject({
      yes: 1,
      no: 1,
      open: 1,
    })
    expect(faculties!.forms.map((f) => f.union)).toEqual(["文学院学生会", "法学院学生会", "外国语学院学生会"])
  })
})

describe("what is masked", () => {
  it("no 学号 anywhere, ranks as a band", () => {
    const input = buildInput({ faculties: [buildFaculty("文学院")] })
    const open = canonical(compose(input))
    for (const union of [input.filer, ...input.faculties])
      for (const post of union.posts!) expect(open).not.toContain(post.student!.studentId)
    expect(open).toContain("前30%以内")
    expect(open).not.toMatch(/\d+\/120/)
  })
  it("ranks as values where the union chose so; 学号 only in the binder's copy", () => {
    const own = buildOwn({ masks: { rank: "value" } })
    expect(canonical(compose(buildInput({ own })))).toMatch(/\d+\/120（入学以来）/)
    const unmasked = compose(buildInput(), { unmasked: true })
    expect(unmasked.masked).toBe(false)
    expect(canonical(unmasked)).toContain("2023010000")
  })
})

it("one hash binds the words and what they rest on", () => {
  const a = compose(buildInput())
  expect(seal(a)).toBe(seal(compose(buildInput())))
  const counted = buildUnion({ findings: [buildFinding("3.3", "met", { value: 4, rows: [{ name: "甲" }] })] })
  const before = compose(buildInput({ filer: counted }))
  const other = { ...counted, findings: [{ ...counted.findings[0]!, rows: [{ name: "乙" }] }] }
  const after = compose(buildInput({ filer: other }))
  expect({ ...after, grounds: "" }).toEqual({ ...before, grounds: "" })
  expect(seal(after)).not.toBe(seal(before))
})

it("cuts the charter into chapters and articles", () => {
  const charter = { name: "明湖大学学生会章程", adopted: "2025-10-26", text: sampleCharter }
  const section = find(compose(buildInput({ charter })), "charter")
  expect(section.paragraphs.map((p) => p.role).slice(0, 3)).toEqual(["chapter", "article", "article"])
  expect(section.missing).toBeNull()
})

it("says what stands between a draft and its review, until each is answered or left open", () => {
  const input = buildInput()
  const left = obstacles(input, compose(input))
  expect(left.map((o) => o.key)).toEqual(
    expect.arrayContaining(["row-01", "charter", "congress", "delegates", "responsible"]),
  )
  const pending = Object.fromEntries(left.map((o) => [o.key, "正在收集材料"]))
  const texts = { delegates: "一", presidium: "二", members: "三", review: "四" }
  const done = buildInput({ own: buildOwn({ pending, texts }) })
  expect(obstacles(done, compose(done))).toEqual([])
})
