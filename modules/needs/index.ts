export { mergeNeeds, unmergeNeed } from "./merging.ts"
export { needs } from "./module.ts"
export { type Need, type NeedState, type Shown, sayNth, type Voices } from "./need.ts"
export { ownVoice } from "./own-voice.ts"
export { isRaiser, type Raised, type Raiser, raiseNeed, type Shelf, shelfFor } from "./raising.ts"
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
