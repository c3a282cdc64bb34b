/** A case manager, or somebody of a case managers' group who is not entered yet. */
export interface StaffLine {
  readonly userId: string;
  readonly displayName: string;
  readonly site: string;
  readonly siteName: string;
  readonly entered: boolean;
  readonly woman?: boolean;
  readonly workingPattern?: 'full' | 'part';
  readonly active?: boolean;
}
