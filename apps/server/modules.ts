import type { ConcernSource } from "#kit/server/concern.ts"
import type { Module } from "#kit/server/module.ts"
import { accounts } from "#modules/accounts/index.ts"
import { activities, concerns as ofActivities, inboxItems as toHold } from "#modules/activities/index.ts"
import { approvals, inboxItems as ofRequests, courseKinds as requestKinds } from "#modules/approvals/index.ts"
import {
  type AssemblyDocuments,
  agendaOf,
  assemblyCourses,
  assemblyRoom,
  inboxItems as ofAssemblies,
  type Readiness,
} from "#modules/assembly/index.ts"
import { boardModule, briefingKind } from "#modules/board/index.ts"
import { callsModule, concerns as ofCallsOpen } from "#modules/calls/index.ts"
import { charterModule, inboxItems as ofCharters, rotatingOn } from "#modules/charter/index.ts"
import { congressModule, delegatesImport } from "#modules/congress/index.ts"
import { type CourseKind, coursesModule, kindsOf, inboxItems as ofCourses } from "#modules/courses/index.ts"
import {
  courseKinds as delegateKinds,
  delegateOf,
  documents as delegatesDocuments,
  delegatesModule,
  readiness as delegatesReadiness,
  inboxItems as ofDelegates,
  concerns as ofDelegations,
} from "#modules/delegates/index.ts"
import { disclosure, inboxItems as ofDisclosures, publishedToday } from "#modules/disclosure/index.ts"
import { draftsModule } from "#modules/drafts/index.ts"
import {
  documents as electionPapers,
  electionsModule,
  readiness as electionsReady,
  hallPanels,
  inboxItems as ofElections,
  concerns as ofVotes,
  courseKinds as resultKinds,
} from "#modules/elections/index.ts"
import { evidence, inboxItems as ofEvidence } from "#modules/evidence/index.ts"
import { findings } from "#modules/findings/index.ts"
import { hallModule, inboxItems as ofHalls } from "#modules/hall/index.ts"
import { handlingModule, needsDoors, needsKind, inboxItems as ofHandling } from "#modules/handling/index.ts"
import { homeModule } from "#modules/home/index.ts"
import { importsModule, inboxItems as ofImports } from "#modules/imports/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { jointKind, leadership, inboxItems as ofLeadership } from "#modules/leadership/index.ts"
import {
  listeningModule,
  inboxItems as ofListenings,
  concerns as ofOpenListening,
} from "#modules/listening/index.ts"
import { calendar, meetingsModule, inboxItems as ofMeetings, openMatters } from "#modules/meetings/index.ts"
import { mergingModule, inboxItems as ofMerging, registerImport } from "#modules/merging/index.ts"
import { concernsOf, needsModule, inboxItems as ofNeeds, unsealingKind } from "#modules/needs/index.ts"
import {
  countOpen,
  notices,
  inboxItems as ofNotices,
  concerns as ofNoticesUnread,
  reviewKind,
} from "#modules/notices/index.ts"
import { offices, inboxItems as ofOffices } from "#modules/offices/index.ts"
import { academicsImport, people, societiesImport, studentsImport } from "#modules/people/index.ts"
import { inboxItems as ofPresidiums, presidiumModule } from "#modules/presidium/index.ts"
import { inboxItems as ofProjects, projects } from "#modules/projects/index.ts"
import { handlingKind, inboxItems as ofProposals, proposalsModule } from "#modules/proposals/index.ts"
import { readOutward, remindersModule } from "#modules/reminders/index.ts"
import { inboxItems as ofRolls, rollModule } from "#modules/roll/index.ts"
import {
  inboxItems as ofSeats,
  documents as seatDocuments,
  readiness as seatReadiness,
  seatsModule,
} from "#modules/seats/index.ts"
import { selection, courseKinds as selectionKinds } from "#modules/selection/index.ts"
import { siteModule } from "#modules/site/index.ts"
import { rostersImport, unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"

export const imports = importsModule([
  studentsImport,
  academicsImport,
  societiesImport,
  rostersImport(rotatingOn),
  delegatesImport,
  registerImport,
])

/** What the rooms of a congress say is prepared or missing before it may be convened. */
const readiness: readonly Readiness[] = [seatReadiness, delegatesReadiness, electionsReady]

/** The documents they draw up for its list. */
const documents: readonly AssemblyDocuments[] = [seatDocuments, delegatesDocuments, electionPapers]

/** The procedures of the rooms, a line each. */
export const courseKinds: readonly CourseKind[] = [
  ...selectionKinds,
  ...requestKinds,
  jointKind,
  ...assemblyCourses(readiness),
  ...delegateKinds,
  handlingKind,
  needsKind,
  ...resultKinds,
  briefingKind,
  unsealingKind,
  reviewKind,
]

/** What waits for people, by room. */
const waiting = [
  ofImports,
  ofCourses(kindsOf(courseKinds)),
  ofOffices,
  ofRequests,
  ofPresidiums,
  ofMeetings,
  ofCharters,
  ofEvidence,
  ofLeadership,
  ofDisclosures,
  ofProjects,
  ofAssemblies,
  ofSeats,
  ofDelegates,
  ofRolls,
  ofProposals,
  ofElections,
  ofHalls,
  ofNeeds,
  ofHandling,
  ofMerging,
  ofListenings,
  ofNotices,
  toHold,
]

/** What concerns a student, by room. */
const concerns: readonly ConcernSource[] = [
  concernsOf(needsDoors),
  ofCallsOpen,
  ofDelegations,
  ofVotes,
  ofOpenListening,
  ofNoticesUnread,
  ofActivities,
]

/** The product, a line a room. A room may call those above it; news goes down the list. */
export const modules: readonly Module[] = [
  imports,
  people,
  unions,
  offices,
  accounts,
  coursesModule(courseKinds),
  charterModule(articles),
  congressModule,
  callsModule(() => courseKinds.filter((k) => k.module === "selection").map((k) => k.procedure.id)),
  approvals,
  evidence,
  selection,
  presidiumModule({ kinds: kindsOf(courseKinds), openMatters: [openMatters], calendar: [calendar] }),
  meetingsModule,
  leadership,
  projects,
  assemblyRoom({
    readiness,
    documents,
    readers: [async (ctx, { id }) => (await delegateOf(ctx.tx, id, ctx.actor.number)) !== undefined],
  }),
  seatsModule,
  delegatesModule,
  rollModule,
  proposalsModule,
  electionsModule,
  hallModule({ agenda: agendaOf, panels: [hallPanels] }),
  needsModule(needsDoors),
  handlingModule,
  mergingModule,
  boardModule,
  listeningModule,
  notices,
  activities,
  findings,
  draftsModule,
  disclosure,
  inboxModule(waiting),
  remindersModule({
    sources: waiting,
    kinds: kindsOf(courseKinds),
    outward: readOutward(process.env).outward,
  }),
  homeModule(concerns),
  siteModule({
    notices: (ctx) => countOpen(ctx.tx),
    disclosures: async (ctx) =>
      (await publishedToday(ctx.tx, ctx.today)).map((d) => ({
        ...d,
        schoolYear: `${d.schoolYear}—${d.schoolYear + 1}`,
      })),
  }),
]
