/** What the people of a story see of an order, its shares and its contracts. */

export interface Line {
  readonly kind: 'WORK' | 'FEE';
  readonly description: string;
  readonly units: number;
  readonly netYen: number;
  readonly taxYen: number;
  readonly grossYen: number;
  readonly taxPercent: number;
  readonly payer: string;
  readonly payee: string;
  readonly dueOn: string;
  readonly reversesId: string | null;
}

export interface Contract {
  readonly id: string;
  readonly side: string;
  readonly type: string;
  readonly status: string;
  readonly amountYen: number | null;
  readonly fulfilledYen: number | null;
  readonly assignmentId: string | null;
  readonly facility: Party | null;
  readonly settlement: readonly Line[];
}

export interface Assignment {
  readonly id: string;
  readonly status: string;
  readonly offeredUnits: number;
  readonly acceptedUnits: number | null;
  readonly reducedUnits: number;
  readonly handedBackUnits: number;
  readonly units: number;
  readonly unitPriceSen: number;
  readonly stepPosition: number;
  readonly dueOn: string;
  readonly facility: Party;
  readonly workType: { readonly nameJa: string };
  readonly deliveries: readonly { readonly id: string; readonly inspection: { readonly id: string } | null }[];
}

interface Party {
  readonly id: string;
  readonly name: string;
}

export interface Quote {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly contractType: string;
  readonly amountYen: number;
  readonly taxYen: number;
  readonly candidates: readonly Party[];
}

export interface Order {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: string;
  readonly contractType: string | null;
  readonly buyer: Party;
  readonly desk: Party;
  readonly lines: readonly {
    readonly id: string;
    readonly quantity: number;
    readonly dueOn: string;
    readonly committed: number;
    readonly unplaced: number;
    readonly steps: readonly {
      readonly id: string;
      readonly committed: number;
      readonly unplaced: number;
      readonly dueOn: string;
    }[];
  }[];
  readonly quotes: readonly Quote[];
  readonly assignments: readonly Assignment[];
  readonly contracts: readonly Contract[];
  readonly rejections: readonly { readonly id: string; readonly status: string }[];
  readonly amendments: readonly { readonly id: string; readonly status: string }[];
  readonly cancellations: readonly { readonly id: string; readonly status: string }[];
}

/** An invoice or a payment notice. */
export interface Bill {
  readonly id: string;
  readonly number: string;
  readonly netYen: number;
  readonly taxYen: number;
  readonly grossYen: number;
  readonly dueOn: string;
  readonly issuedOn: string;
  readonly taxRates: readonly {
    readonly percent: number;
    readonly netYen: number;
    readonly taxYen: number;
    readonly grossYen: number;
  }[];
}

export const ORDER = `{
  id number title status contractType buyer { id name } desk { id name }
  lines { id quantity dueOn committed unplaced steps { id committed unplaced dueOn } }
  quotes { id version status contractType amountYen taxYen candidates { id name } }
  assignments {
    id status offeredUnits acceptedUnits reducedUnits handedBackUnits units unitPriceSen stepPosition dueOn
    facility { id name } workType { nameJa } deliveries { id inspection { id } }
  }
  contracts {
    id side type status amountYen fulfilledYen assignmentId facility { id name }
    settlement {
      kind description units netYen taxYen grossYen taxPercent payer payee dueOn reversesId
    }
  }
  rejections { id status } amendments { id status } cancellations { id status }
}`;
