export {
  type Archive,
  dataBefore,
  type Event,
  type EventType,
  eventRecords,
  header,
  joined,
  looksLikeArchive,
  type ReadEvent,
  readArchive,
} from "./archive.ts"
export { encryptBallot, isAllowed, trackerOf } from "./ballot.ts"
export type { ThresholdContext } from "./cert.ts"
export { type Accepted, checkBallot } from "./check-ballot.ts"
export { type BallotContext, type BallotFault, checkBallots } from "./check-ballots.ts"
export {
  checkpointText,
  contradict,
  isSigned,
  readCheckpoints,
  type ShownCheckpoint,
  type SignedCheckpoint,
  writeCheckpoint,
} from "./checkpoint.ts"
export { codeOfHash, codeOfKey } from "./codes.ts"
export { continues } from "./continues.ts"
export { looksLikeCredential, makeCredential, publicCredential } from "./credentials.ts"
export { checkDecryption, decrypt } from "./decryption.ts"
export {
  type Election,
  type ElectionTemplate,
  newUuid,
  type Question,
  readElection,
  slotsOf,
  writeElection,
} from "./election.ts"
export {
  type Base,
  type Branch,
  type Commitment,
  type Engine,
  type Group,
  type GroupName,
  groupNames,
  groupOf,
  type KeyBase,
  keyBase,
  type Point,
} from "./group.ts"
export { type Random, secureRandom } from "./random.ts"
export { isEnough, type Owned, resultOf } from "./result.ts"
export { readCredentials, readSetup, type Setup, setupPayloads, writeCredentials } from "./setup.ts"
export { checkInSlices, checkSlice, type Slice, type SliceCheck } from "./slices.ts"
export { tallyOf } from "./tally.ts"
export {
  checkCert,
  checkDeal,
  thresholdDeal,
  thresholdFinish,
  thresholdSecret,
  thresholdStart,
  thresholdTrustees,
} from "./threshold.ts"
export { checkTrusteeKey, makeTrusteeKey } from "./trustee-key.ts"
export { readTrustees, type TrusteeEntry, type Trustees, writeTrustees } from "./trustees.ts"
export {
  type Checkpoint,
  ownedText,
  type Verified,
  type VerifyOptions,
  type VerifyStep,
  verifyArchive,
  verifySteps,
} from "./verify.ts"
