/** Who or what can hold goods of a lot; together with the lot it names one account of the ledger. */
export type Holder =
  | { kind: 'pledge_source' }
  | { kind: 'site'; siteId: string }
  | { kind: 'vehicle'; convoyVehicleId: string }
  | { kind: 'delivered'; stopId: string }
  | { kind: 'lost'; reason: 'damaged' | 'missing' | 'count_correction'; stopId: string | null }
  | { kind: 'returned' };

export type DocumentType =
  | 'receipt'
  | 'load'
  | 'unload'
  | 'delivery'
  | 'loss'
  | 'return'
  | 'count_correction';

/** `quantity` units of one lot go from one holder to another. Its id is its identity for ever. */
export type Transfer = {
  id: string;
  lotId: string;
  from: Holder;
  to: Holder;
  quantity: number;
  documentType: DocumentType;
  documentId: string;
  manifestLineId?: string;
  occurredAt: Date;
};

export type AccountColumns = {
  lot_id: string;
  kind: Holder['kind'];
  site_id: string | null;
  convoy_vehicle_id: string | null;
  stop_id: string | null;
  loss_reason: 'damaged' | 'missing' | 'count_correction' | null;
};

export function accountColumns(lotId: string, holder: Holder): AccountColumns {
  const none = { site_id: null, convoy_vehicle_id: null, stop_id: null, loss_reason: null };
  const base = { ...none, lot_id: lotId, kind: holder.kind };
  switch (holder.kind) {
    case 'site':
      return { ...base, site_id: holder.siteId };
    case 'vehicle':
      return { ...base, convoy_vehicle_id: holder.convoyVehicleId };
    case 'delivered':
      return { ...base, stop_id: holder.stopId };
    case 'lost':
      return { ...base, stop_id: holder.stopId, loss_reason: holder.reason };
    case 'pledge_source':
    case 'returned':
      return base;
  }
}

/** Equal for two accounts exactly when the database holds them to be one. */
export function accountKey(account: AccountColumns): string {
  const holder = account.site_id ?? account.convoy_vehicle_id ?? account.stop_id ?? '';
  return [account.lot_id, account.kind, holder, account.loss_reason ?? ''].join('|').toLowerCase();
}
