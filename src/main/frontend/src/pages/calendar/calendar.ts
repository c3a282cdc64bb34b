/** What is known of a calendar address; the address itself is told once, when it is made. */
export interface Address {
  readonly madeAt: string;
  /** The last day on which it opens. */
  readonly endsOn: string;
  readonly lastReadAt?: string;
}

/** An appointment ahead; day and time are those of the site. */
export interface Appointment {
  readonly caseNumber?: string;
  readonly kind: string;
  readonly day: string;
  readonly time?: string;
  readonly place?: string;
  readonly cancelled: boolean;
  /** Where it is to be had as a file. */
  readonly file?: string;
}

export interface Calendar {
  readonly address?: Address;
  readonly appointments: readonly Appointment[];
}

/** A new address. */
export interface MadeAddress {
  readonly url: string;
  readonly endsOn: string;
}
