import { createItem, type Item, updateItem } from '@qafila/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/format/index.ts';
import { useApiForm, useEdited } from '../../shared/forms/index.ts';
import { Dialog, StaleNotice } from '../../shared/ui/index.ts';
import { ItemForm } from './ItemForm.tsx';
import { type ItemValues, useItemForm } from './item-values.ts';

type ItemDialogProps = {
  /** The item to change; a new one when undefined. */
  item: Item | undefined;
  onClose: () => void;
};

export function ItemDialog({ item, onClose }: ItemDialogProps) {
  const { t } = useTranslation('items');
  const { name } = useFormat();
  const title = item ? t('form.editTitle', { name: name(item) }) : t('form.newTitle');
  return (
    <Dialog opened onClose={onClose} title={title} size={640}>
      {item ? <EditItem item={item} onClose={onClose} /> : <NewItem onClose={onClose} />}
    </Dialog>
  );
}

const EMPTY: ItemValues = {
  code: '',
  nameAr: '',
  nameEn: '',
  category: null,
  unit: null,
  unitWeightG: '',
  unitVolumeMl: '',
  packaging: 'single',
  unitsPerPack: 1,
};

function NewItem({ onClose }: { onClose: () => void }) {
  const { labels, finish } = useItemForm('form.created', onClose);
  const api = useApiForm({ endpoint: createItem, target: {}, initialValues: EMPTY, labels, onDone: finish });
  return <ItemForm {...api} onCancel={onClose} />;
}

function EditItem({ item, onClose }: { item: Item; onClose: () => void }) {
  const { started, isStale, reload } = useEdited(item);
  return (
    <>
      {isStale && <StaleNotice onReload={reload} />}
      <EditItemForm key={started.version} item={started} onClose={onClose} />
    </>
  );
}

function EditItemForm({ item, onClose }: { item: Item; onClose: () => void }) {
  const { labels, finish } = useItemForm('form.saved', onClose);
  const { id, version, ...values } = item;
  const api = useApiForm({
    endpoint: updateItem,
    target: { params: { itemId: id } },
    ifMatch: version,
    initialValues: values as ItemValues,
    labels,
    toBody: ({ code: _code, unit: _unit, ...changed }: ItemValues) => changed,
    onDone: finish,
  });
  return <ItemForm {...api} isSaved onCancel={onClose} />;
}
