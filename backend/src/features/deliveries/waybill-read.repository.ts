import type { Photo, Signature, Waybill, WaybillLine } from '@qafila/contract';
import type { Db } from '@qafila/db';
import { itemRefSql, namedRefSql, siteRefSql } from '../reference/index.ts';

type Party = Pick<
  Waybill,
  | 'id'
  | 'code'
  | 'campaign'
  | 'origin'
  | 'destination'
  | 'consigneeName'
  | 'consigneePhone'
  | 'vehicle'
  | 'dispatcherName'
>;
export type WaybillHead = Party & {
  issuedAt: Date;
  convoyId: string;
  convoyCode: string;
  convoyStatus: string;
  plannedDepartureAt: Date;
  loadingAt: Date | null;
  departedAt: Date | null;
  stopId: string;
  stopStatus: Waybill['stop']['status'];
  arrivedAt: Date | null;
  unloadingAt: Date | null;
};

export async function selectWaybillHead(db: Db, id: string): Promise<WaybillHead | undefined> {
  const { rows } = await db.raw<{ rows: WaybillHead[] }>(
    `SELECT w.id, w.code, w.issued_at AS "issuedAt", issuer.name AS "dispatcherName",
            json_build_object('id', cam.id, 'code', cam.code, 'nameAr', cam.name_ar, 'nameEn', cam.name_en) AS campaign,
            c.id AS "convoyId", c.code AS "convoyCode", c.status AS "convoyStatus",
            c.planned_departure_at AS "plannedDepartureAt", c.loading_at AS "loadingAt",
            c.departed_at AS "departedAt",
            ${siteRefSql('origin')} AS origin, ${siteRefSql('destination')} AS destination,
            destination.contact_name AS "consigneeName", destination.contact_phone AS "consigneePhone",
            st.id AS "stopId", st.status AS "stopStatus", st.arrived_at AS "arrivedAt",
            st.unloading_at AS "unloadingAt",
            json_build_object('plate', v.plate, 'trailerPlate', v.trailer_plate, 'kind', v.kind,
              'transporter', v.transporter, 'driverName', cv.driver_name,
              'driverLicence', cv.driver_licence, 'seals', cv.seals) AS vehicle
     FROM waybills w
     JOIN users issuer ON issuer.id = w.issued_by
     JOIN convoys c ON c.id = w.convoy_id
     JOIN campaigns cam ON cam.id = c.campaign_id
     JOIN sites origin ON origin.id = c.origin_site_id
     JOIN stops st ON st.id = w.stop_id
     JOIN sites destination ON destination.id = st.site_id
     JOIN convoy_vehicles cv ON cv.id = w.convoy_vehicle_id
     JOIN vehicles v ON v.id = cv.vehicle_id
     WHERE w.id = ?`,
    [id],
  );
  return rows[0];
}

/** The lines of the paper: what is allotted until departure, what is loaded after it. */
export async function selectWaybillLines(db: Db, waybillId: string): Promise<WaybillLine[]> {
  const { rows } = await db.raw<{ rows: WaybillLine[] }>(
    `SELECT m.id AS "lineId", ${itemRefSql('i')} AS item, i.packaging, i.units_per_pack AS "unitsPerPack",
            l.code AS "lotCode", ${namedRefSql('a')} AS association, rides.units,
            d.good_quantity AS good, d.damaged_quantity AS damaged, d.missing_quantity AS missing,
            d.reason, coalesce(d.reason_note, '') AS "reasonNote"
     FROM waybills w
     JOIN convoys c ON c.id = w.convoy_id
     JOIN manifest_lines m ON m.convoy_vehicle_id = w.convoy_vehicle_id AND m.stop_id = w.stop_id
     CROSS JOIN LATERAL (
       SELECT CASE WHEN c.departed_at IS NULL THEN m.quantity - m.released_quantity
              ELSE m.loaded_quantity END AS units
     ) rides
     JOIN lots l ON l.id = m.lot_id
     JOIN items i ON i.id = m.item_id
     JOIN associations a ON a.id = l.association_id
     LEFT JOIN delivery_lines d ON d.manifest_line_id = m.id
     WHERE w.id = ? AND rides.units > 0
     ORDER BY i.code, l.code, m.id`,
    [waybillId],
  );
  return rows;
}

export type PhotoRow = Omit<Photo, 'takenAt'> & { takenAt: Date };

export async function selectPhotos(db: Db, waybillId: string): Promise<PhotoRow[]> {
  return await db('delivery_photos').where({ waybill_id: waybillId }).orderBy(['taken_at', 'id']).select({
    id: 'id',
    caption: 'caption',
    widthPx: 'width_px',
    heightPx: 'height_px',
    takenAt: 'taken_at',
  });
}

export type DeliveryHead = {
  id: string;
  waybillId: string;
  code: string;
  receiverName: string;
  receiverRole: string;
  signature: Signature;
  remarks: string;
  arrivedAt: Date;
  unloadingStartedAt: Date;
  signedAt: Date;
  settledByName: string;
};

const DELIVERY = {
  id: 'd.id',
  waybillId: 'd.waybill_id',
  code: 'd.code',
  receiverName: 'd.receiver_name',
  receiverRole: 'd.receiver_role',
  signature: 'd.signature',
  remarks: 'd.remarks',
  arrivedAt: 'd.arrived_at',
  unloadingStartedAt: 'd.unloading_started_at',
  signedAt: 'd.signed_at',
  settledByName: 'u.name',
};

export async function selectDelivery(
  db: Db,
  by: { id: string } | { waybillId: string },
): Promise<DeliveryHead | undefined> {
  return await db('deliveries as d')
    .join('users as u', 'u.id', 'd.settled_by')
    .where('id' in by ? { 'd.id': by.id } : { 'd.waybill_id': by.waybillId })
    .first(DELIVERY);
}
