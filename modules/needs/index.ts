export { type FoundNeed, findNeeds, raisedBetween } from "./finding.ts"
export { mergeNeeds, unmergeNeed } from "./merging.ts"
export { needs } from "./module.ts"
export { type Need, type NeedState, type Shown, sayNth, type Voices } from "./need.ts"
export { isRaiser, type Raised, type Raiser, raiseNeed, type Shelf, shelfFor } from "./raising.ts"
export { keyOf, voiceTag } from "./seal.ts"
export {
  type CategoryRow,
  categoriesOf,
  changeNeed,
  mergedInto,
  mergesOf,
  needById,
  needsByIds,
  photosOf,
  raisersOf,
  voicesOf,
} from "./store.ts"
