export { hostedForTheSchool, projectsOn, type StillInPost, stillInPost } from "./facts.ts"
export { inboxItems } from "./inbox.ts"
export { projects } from "./module.ts"
export { loadSampleProjects } from "./sample.ts"
