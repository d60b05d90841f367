import { Button } from '@mantine/core';
import { type ConvoyVehicle, createDriverLink, type DriverLink } from '@qafila/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidateTopics, queryClient, useApiMutation } from '../../shared/api/index.ts';
import { isolated } from '../../shared/format/bidi.ts';
import { Dialog, DialogActions, ErrorNotice } from '../../shared/ui/index.ts';
import classes from './DriverPhone.module.css';
import type { DriverPhones } from './driver-phones.ts';
import { FreshLink } from './FreshLink.tsx';
import { PhoneRow } from './PhoneRow.tsx';

type DriverPhoneDialogProps = {
  campaignId: string;
  convoyCode: string;
  vehicle: ConvoyVehicle;
  phones: DriverPhones;
  onClose: () => void;
};

/** Makes a driver's phone report a vehicle: a link to scan or send, and what became of those made before. */
export function DriverPhoneDialog(props: DriverPhoneDialogProps) {
  const { campaignId, convoyCode, vehicle, phones, onClose } = props;
  const { t } = useTranslation('driver-links');
  const [made, setMade] = useState<{ link: DriverLink; path: string } | null>(null);
  const make = useApiMutation(createDriverLink, {
    onSuccess: async (answer) => {
      setMade(answer);
      await invalidateTopics(queryClient, campaignId, ['convoys']);
    },
  });
  const known = phones.open.find(({ id }) => id === made?.link.id);
  // Told once, and of use until a phone has it.
  const fresh = made && (known ?? made.link).takenAt === null ? made : null;
  return (
    <Dialog opened onClose={onClose} title={t('title', { plate: isolated(vehicle.plate) })} size={640}>
      {fresh ? (
        <FreshLink path={fresh.path} vehicle={vehicle} convoyCode={convoyCode} />
      ) : (
        <p className={classes.what}>{t('what')}</p>
      )}
      {phones.open.map((link) => (
        <PhoneRow key={link.id} link={link} campaignId={campaignId} />
      ))}
      {make.error && <ErrorNotice error={make.error} />}
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {t('action.close')}
        </Button>
        {!fresh && (
          <Button
            loading={make.isPending}
            onClick={() => make.mutate({ params: { convoyVehicleId: vehicle.id } })}
          >
            {t(phones.state === 'none' ? 'make' : 'makeAnother')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
