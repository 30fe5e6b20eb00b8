import type { Ctx } from "#kit/server/world.ts"
import { agendaOf } from "./agenda-store.ts"
import type { Assembly } from "./assembly.ts"
import { teamOf } from "./store.ts"
import { dutyNames, inDuty } from "./team.ts"

/** One thing that must be prepared before the assembly may be convened. */
export interface Ready {
  readonly key: string
  readonly title: string
  readonly ready: boolean
  /** How it stands, or what is missing. */
  readonly says: string
  readonly href: string
}

/** A room's answer to what is prepared and what is missing. */
export type Readiness = (ctx: Ctx, assembly: Assembly) => Promise<readonly Ready[]>

/** What this room itself asks for: the committee with its secretary-general, the bodies, the agenda. */
const ownReadiness: Readiness = async (ctx, assembly) => {
  const team = await teamOf(ctx.tx, assembly.id)
  const agenda = await agendaOf(ctx.tx, assembly.id)
  const href = `/office/assemblies/${assembly.id}`
  const committee = inDuty(team, "preparatory")
  const secretary = committee.find((a) => a.lead)
  const credentials = inDuty(team, "credentials")
  return [
    {
      key: "committee",
      title: dutyNames.preparatory.body,
      ready: secretary !== undefined && committee.length > 1,
      says: secretary
        ? `共${committee.length}人，秘书长${secretary.name}`
        : committee.length > 0
          ? `已有${committee.length}人，还没有由团干部担任的秘书长`
          : "还没有名单",
      href: `${href}#team`,
    },
    ...(assembly.kind === "congress"
      ? [
          {
            key: "credentials-committee",
            title: dutyNames.credentials.body,
            ready: credentials.some((a) => a.lead),
            says: credentials.some((a) => a.lead)
              ? `共${credentials.length}人`
              : credentials.length > 0
                ? "还没有主任"
                : "还没有名单",
            href: `${href}#team`,
          },
        ]
      : []),
    {
      key: "agenda",
      title: "大会议程",
      ready: agenda.length > 0,
      says: agenda.length > 0 ? `共${agenda.length}项` : "还没有拟定",
      href: `${href}#agenda`,
    },
  ]
}

/** Everything, this room's own first. */
export async function readinessOf(
  ctx: Ctx,
  assembly: Assembly,
  more: readonly Readiness[],
): Promise<readonly Ready[]> {
  const out: Ready[] = []
  for (const part of [ownReadiness, ...more]) out.push(...(await part(ctx, assembly)))
  return out
}
