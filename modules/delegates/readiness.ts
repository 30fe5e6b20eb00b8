import { chineseDay } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Assembly, type Ready, theAssembly } from "#modules/assembly/index.ts"
import { planOf } from "./lists.ts"
import { credentialsReport, fillsOf, standingOf } from "./standing.ts"

/** What of the delegates is ready: seated, well composed, and the report on them adopted. */
export async function readiness(ctx: Ctx, assembly: Pick<Assembly, "id">): Promise<Ready[]> {
  const of = await theAssembly(ctx, { assembly: assembly.id })
  if (!of.ok) return []
  const at = `/office/delegates/${assembly.id}`
  const { composition, checks } = await standingOf(ctx, of.value)
  const plan = (await planOf(ctx.tx, assembly.id))?.allocation
  // Seats of societies stand beside the total where they do not count into it.
  const total = plan && (await fillsOf(ctx, assembly.id)).reduce((n, f) => n + f.list.seats, 0)
  const failing = checks.filter((c) => !c.ok)
  const report = await credentialsReport(ctx.tx, assembly.id)
  const seats = checks.find((c) => c.key === "seats")
  return [
    {
      key: "delegates.seated",
      title: "代表产生",
      ready: composition.total > 0 && (seats?.ok ?? true),
      says:
        composition.total === 0
          ? "还没有代表"
          : `已有正式代表${composition.total}名${total === undefined ? "" : `，分配名额${total}个`}`,
      href: at,
    },
    {
      key: "delegates.composed",
      title: "代表构成",
      ready: composition.total > 0 && failing.length === 0,
      says:
        failing.length === 0
          ? "各项检查都符合"
          : `${failing.length}项未达到：${failing.map((c) => c.title).join("、")}`,
      href: `${at}?part=composition`,
    },
    {
      key: "delegates.report",
      title: "代表资格审查报告",
      ready: report.state === "adopted",
      says:
        report.state === "adopted" && report.adoptedOn
          ? `${chineseDay(report.adoptedOn)}通过`
          : report.state === "draft"
            ? "已起草，待委员会通过"
            : "还没有起草",
      href: `${at}?part=report`,
    },
  ]
}
