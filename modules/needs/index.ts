export { concernsOf } from "./concerns.ts"
export type { Doors, Standing } from "./doors.ts"
export { type FoundNeed, findNeeds, raisedBetween } from "./finding.ts"
export { inboxItems } from "./inbox.ts"
export { helpLinesOf } from "./keeping.ts"
export { deskUnion, type StudentRaiser, studentOf } from "./load.ts"

export { mergeNeeds, unmergeNeed } from "./merging.ts"
export { needs, needsModule } from "./module.ts"
export { type Need, type NeedState, type Shown, sayNth, type Voices } from "./need.ts"
export { unsealingKind } from "./opening.ts"
export { ownVoice } from "./own-voice.ts"
export { type AlikePair, pairsAlike } from "./pairs.ts"
export {
  isRaiser,
  type Raised,
  type Raiser,
  raiseNeed,
  type Shelf,
  shelfFor,
  speakFor,
  toTheHour,
} from "./raising.ts"
export { raiseTogether, takeBack } from "./raising-together.ts"
export { loadSampleNeeds } from "./sample.ts"
export { keyOf, voiceTag } from "./seal.ts"
export { wordsOfCampus } from "./similar/words-of-campus.ts"
export { needIdsAfter, type Spread, spreadOf } from "./spread.ts"

export {
  type CategoryRow,
  categoriesOf,
  changeNeed,
  mergedInto,
  mergesOf,
  needById,
  needsByIds,
  photosOf,
  type RaiserRow,
  raisersOf,
  voicesOf,
} from "./store.ts"
export { type Alike, similarTo } from "./suggest.ts"
