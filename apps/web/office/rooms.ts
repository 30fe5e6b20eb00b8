import type { Room } from "#kit/web/room.ts"
import { room as accounts, settings } from "#modules/accounts/screens/routes.tsx"
import { room as activities } from "#modules/activities/screens/routes.tsx"
import { room as approvals } from "#modules/approvals/screens/routes.tsx"
import { room as assembly } from "#modules/assembly/screens/routes.tsx"
import { room as board } from "#modules/board/screens/routes.tsx"
import { room as calls } from "#modules/calls/screens/routes.tsx"
import { room as charter } from "#modules/charter/screens/routes.tsx"
import { room as courses } from "#modules/courses/screens/routes.tsx"
import { room as delegates } from "#modules/delegates/screens/routes.tsx"
import { room as disclosure } from "#modules/disclosure/screens/routes.tsx"
import { room as drafts } from "#modules/drafts/screens/routes.tsx"
import { room as elections } from "#modules/elections/screens/routes.tsx"
import { room as evidence } from "#modules/evidence/screens/routes.tsx"
import { room as findings } from "#modules/findings/screens/routes.tsx"
import { room as hall } from "#modules/hall/screens/routes.tsx"
import { room as handling } from "#modules/handling/screens/routes.tsx"
import { room as imports } from "#modules/imports/screens/routes.tsx"
import { room as inbox } from "#modules/inbox/screens/routes.tsx"
import { room as leadership } from "#modules/leadership/screens/routes.tsx"
import { room as listening } from "#modules/listening/screens/routes.tsx"
import { room as meetings } from "#modules/meetings/screens/routes.tsx"
import { room as merging } from "#modules/merging/screens/routes.tsx"
import { room as needs } from "#modules/needs/screens/routes.tsx"
import { room as notices } from "#modules/notices/screens/routes.tsx"
import { room as offices } from "#modules/offices/screens/routes.tsx"
import { room as people } from "#modules/people/screens/routes.tsx"
import { room as presidium } from "#modules/presidium/screens/routes.tsx"
import { room as projects } from "#modules/projects/screens/routes.tsx"
import { room as proposals } from "#modules/proposals/screens/routes.tsx"
import { room as reminders } from "#modules/reminders/screens/routes.tsx"
import { room as roll } from "#modules/roll/screens/routes.tsx"
import { room as seats } from "#modules/seats/screens/routes.tsx"
import { room as selection } from "#modules/selection/screens/routes.tsx"
import { room as unions } from "#modules/unions/screens/routes.tsx"

/** The rooms of the office: one line each. The navigation is ordered by their `nav.order`. */
export const rooms: readonly Room[] = [
  inbox,
  approvals,
  imports,
  findings,
  evidence,
  unions,
  selection,
  people,
  offices,
  presidium,
  meetings,
  leadership,
  listening,
  projects,
  roll,
  proposals,
  activities,
  assembly,
  seats,
  hall,
  delegates,
  elections,
  merging,
  needs,
  board,
  notices,
  disclosure,
  charter,
  calls,
  courses,
  drafts,
  handling,
  reminders,
  accounts,
  settings,
]
