export { concernsOf } from "./concerns.ts"
export type { Doors, Standing } from "./doors.ts"
export { findNeeds, raisedBetween } from "./finding.ts"
export { inboxItems } from "./inbox.ts"
export { mergeNeeds, unmergeNeed } from "./merging.ts"
export { needs, needsModule } from "./module.ts"
export { type Need, sayNth, type Voices } from "./need.ts"
export { unsealingKind } from "./opening.ts"
export { ownVoice } from "./own-voice.ts"
export {
  isRaiser,
  type Raised,
  raiseNeed,
  type Shelf,
  shelfFor,
  toTheHour,
} from "./raising.ts"
export { raiseTogether, takeBack } from "./raising-together.ts"
export { loadSampleNeeds } from "./sample.ts"
export { keyOf, voiceTag } from "./seal.ts"
export { wordsOfCampus } from "./similar/words-of-campus.ts"
export { needIdsAfter, spreadOf } from "./spread.ts"
export {
  type CategoryRow,
  categoriesOf,
  changeNeed,
  mergedInto,
  needById,
  needsByIds,
  photosOf,
  type RaiserRow,
  raisersOf,
  voicesOf,
} from "./store.ts"
export { similarTo } from "./suggest.ts"
