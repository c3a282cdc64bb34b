/** The signed-in person as far as pages ask what is hers. */
export interface Person {
  readonly groups: readonly string[];
  readonly sites: readonly string[];
}

/** Whether there is a list of cases for her: of her sites, or by their codes alone. */
export function readsCases({ groups, sites }: Person): boolean {
  return sites.length > 0 || groups.includes('manager');
}

/** Whether there are tasks for her: at her sites, of referrals to her provider, or about tables and agreements. */
export function hasTasks({ groups, sites }: Person): boolean {
  return sites.length > 0 || groups.some((group) => group.startsWith('provider.') || ['analyst', 'manager'].includes(group));
}

/** Whether she watches over the processes or the tables. */
export function seesCockpit({ groups }: Person): boolean {
  return groups.some((group) => ['manager', 'analyst', 'camunda-admin'].includes(group));
}

/** Whether she owns tables and watches over nothing else: the lists of tasks and deployments refuse her. */
export function ownsTablesOnly({ groups }: Person): boolean {
  return groups.includes('analyst') && !groups.includes('manager') && !groups.includes('camunda-admin');
}

/** Whether the tables that decide are hers to read: analysts change them, managers approve. */
export function readsTables({ groups }: Person): boolean {
  return groups.includes('analyst') || groups.includes('manager');
}

/** Whether she may report admissions, at one site at least. */
export function reports({ groups }: Person): boolean {
  return groups.some((group) => group === 'custodySystem' || group.startsWith('receptionOfficer.'));
}

/** Whether measures are hers to read: a manager's of all sites, a supervisor's of her own. */
export function readsMeasures({ groups }: Person): boolean {
  return groups.some((group) => group === 'manager' || group.startsWith('supervisor.'));
}

/** Whether she may do things to many cases at once. */
export function operates({ groups }: Person): boolean {
  return groups.some((group) => group === 'manager' || group === 'camunda-admin');
}
