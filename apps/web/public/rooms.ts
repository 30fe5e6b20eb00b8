import type { PublicRoom } from "#kit/web/room.ts"
import { pages as activities } from "#modules/activities/screens/pages.ts"
import { pages as assembly } from "#modules/assembly/screens/pages.ts"
import { pages as board } from "#modules/board/screens/pages.ts"
import { pages as calls } from "#modules/calls/screens/pages.ts"
import { pages as delegates } from "#modules/delegates/screens/pages.ts"
import { pages as elections } from "#modules/elections/screens/pages.ts"
import { pages as hall } from "#modules/hall/screens/pages.ts"
import { pages as handling } from "#modules/handling/screens/pages.ts"
import { pages as home } from "#modules/home/screens/pages.ts"
import { pages as leadership } from "#modules/leadership/screens/pages.ts"
import { pages as listening } from "#modules/listening/screens/pages.ts"
import { pages as needs } from "#modules/needs/screens/pages.ts"
import { pages as notices } from "#modules/notices/screens/pages.ts"

import { pages as projects } from "#modules/projects/screens/pages.ts"
import { pages as proposals } from "#modules/proposals/screens/pages.ts"
import { pages as reminders } from "#modules/reminders/screens/pages.ts"
import { pages as roll } from "#modules/roll/screens/pages.ts"
import { pages as selection } from "#modules/selection/screens/pages.ts"
import { pages as site } from "#modules/site/screens/pages.ts"

/** The rooms of the public site: one line each. */
export const rooms: readonly PublicRoom[] = [
  site,
  calls,
  selection,
  leadership,
  projects,
  activities,
  assembly,
  roll,
  proposals,
  hall,
  listening,
  delegates,
  elections,
  needs,
  board,
  notices,
  reminders,
  handling,
  home,
]
