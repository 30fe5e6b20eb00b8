export async function loadSampleActivities(): Promise<void> {}
