/** Where the clerk's findings on an application are kept until they are told to the server. */
export function assessmentDraftName(applicationId: string): string {
  return `assessment:${applicationId}`
}
