import type { Association, BoardTerm } from '@qafila/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { Code, PhoneNumber } from '../../shared/ui/index.ts';
import { useAidWord } from '../../shared/ui/records/index.ts';
import { useGovernorateName } from '../sites/index.ts';
import classes from './ParticularsFacts.module.css';

type Particulars = Pick<
  Association,
  | 'kind'
  | 'nameAr'
  | 'nameEn'
  | 'purpose'
  | 'sectors'
  | 'governorateCodes'
  | 'aid'
  | 'governorateCode'
  | 'address'
  | 'seat'
  | 'contactName'
  | 'contactPhone'
  | 'contactEmail'
> &
  Partial<Pick<Association, 'officePhone'>>;

type ParticularsFactsProps = { of: Particulars; board?: readonly BoardTerm[] };

/** What an association says of itself, as words. */
export function ParticularsFacts({ of, board }: ParticularsFactsProps) {
  const { t } = useTranslation('associations');
  const governorateOf = useGovernorateName();
  const word = useAidWord();
  const list = (words: readonly string[]) => words.join(t('coverage.separator'));
  return (
    <dl className={classes.facts}>
      <Fact label={t('kind')}>{t(`associationKind.${of.kind}`)}</Fact>
      <Fact label={t('form.nameAr')}>
        <span lang="ar">{of.nameAr}</span>
      </Fact>
      <Fact label={t('form.nameEn')}>
        <span lang="en">{of.nameEn}</span>
      </Fact>
      <Fact label={t('purpose')}>{of.purpose && <bdi className={classes.text}>{of.purpose}</bdi>}</Fact>
      <Fact label={t('work.sectors')}>{list(of.sectors.map(word.sector))}</Fact>
      <Fact label={t('work.governorates')}>{list(of.governorateCodes.map(governorateOf))}</Fact>
      <Fact label={t('work.aid')}>{list(of.aid.map(word.aid))}</Fact>
      <Fact label={t('governorate')}>{governorateOf(of.governorateCode)}</Fact>
      <Fact label={t('seat.address')}>{of.address}</Fact>
      <Fact label={t('seat.onMap')}>
        {of.seat && (
          <Code muted>
            {of.seat.lat.toFixed(4)}, {of.seat.lng.toFixed(4)}
          </Code>
        )}
      </Fact>
      {board && (
        <Fact label={t('board.title')}>
          {board.length > 0 && (
            <ul className={classes.board}>
              {board.map((term) => (
                <li key={`${term.name} ${term.position} ${term.startsOn}`}>
                  {term.name} <small>{t(`position.${term.position}`)}</small>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      )}
      <ContactFacts of={of} />
    </dl>
  );
}

function ContactFacts({ of }: { of: Particulars }) {
  const { t } = useTranslation('associations');
  return (
    <>
      <Fact label={t('contact')}>
        {(of.contactName || of.contactPhone) && (
          <>
            {of.contactName} <PhoneNumber number={of.contactPhone} />
          </>
        )}
      </Fact>
      <Fact label={t('contactEmail')}>{of.contactEmail && <Code>{of.contactEmail}</Code>}</Fact>
      {of.officePhone !== undefined && (
        <Fact label={t('officePhone')}>{of.officePhone && <PhoneNumber number={of.officePhone} />}</Fact>
      )}
    </>
  );
}

/** What is not known yet shows as a dash. */
function Fact({ label, children }: { label: string; children: ReactNode }) {
  const { digits } = useFormat();
  const content = typeof children === 'string' ? digits(children) : children;
  return (
    <>
      <dt>{label}</dt>
      <dd>{content || '–'}</dd>
    </>
  );
}
