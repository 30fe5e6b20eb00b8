import { expect, it } from "vitest"
import { organisationSvg } from "#modules/unions/pure.ts"
import { buildFinding, buildPost, buildUnion } from "./build.ts"
import { unionTree } from "./tree.ts"

const union = buildUnion({ findings: [buildFinding("3.5", "violated", { subject: "权益服务部" })] })
const listed = buildPost(90, "listed", { department: "权益服务部", name: "李明" })

it("puts people where they serve and findings where they belong", () => {
  const root = unionTree({ ...union, posts: [...(union.posts ?? []), listed] })
  const [presidium] = root.children!
  expect(presidium!.groups![0]!.names).toHaveLength(4)
  const rights = presidium!.children!.find((d) => d.name === "权益服务部")!
  expect(rights.groups!.map((g) => [g.label, g.names.length])).toEqual([
    ["负责人", 2],
    ["成员", 4],
    ["其他", 1],
  ])
  expect(rights.findings).toEqual([{ clause: "3.5", verdict: "violated" }])
  expect(root.findings).toEqual([])
})

it("says so where there is no roster", () => {
  const root = unionTree(buildUnion({ posts: null }))
  expect(root.children![0]!.groups).toBeUndefined()
  expect(organisationSvg(root, { names: true, findings: false })).toContain("尚无名册")
})
