import { itemOf, itemsOf, textOf, type Keywords } from '@osteon/dicom';
import { limits } from './limits.js';
import type { Written } from './measured-value.js';

/** A coded concept; `scheme` as its Coding Scheme Designator. */
export interface Concept {
  readonly code: string;
  readonly scheme: string;
  readonly meaning: string;
}

/** An item of an SR's content tree: what it is called, and what it says as value or as concept. */
export interface Item {
  readonly concept: Concept;
  readonly valueType: string;
  readonly written?: Written;
  readonly said?: Concept;
  readonly items: readonly Item[];
}

const conceptOf = (item: Keywords | undefined): Concept => ({
  code: textOf(item ?? {}, 'CodeValue') ?? '',
  scheme: textOf(item ?? {}, 'CodingSchemeDesignator') ?? '',
  meaning: (textOf(item ?? {}, 'CodeMeaning') ?? '').trim(),
});

const measured = (item: Keywords): Written | undefined => {
  const value = itemOf(item, 'MeasuredValueSequence');
  const text = value && textOf(value, 'NumericValue');
  const unit = value && textOf(itemOf(value, 'MeasurementUnitsCodeSequence') ?? {}, 'CodeValue');
  return text === undefined ? undefined : { text, unit };
};

/** T- and Z-scores are TEXT in enCORE, everything else is NUM; a date may be DATE or TEXT. */
const writtenOf = (item: Keywords): Written | undefined => {
  const text = textOf(item, 'TextValue') ?? textOf(item, 'Date');
  return text === undefined ? measured(item) : { text };
};

/** The content tree of an SR; undefined where it has more items than `limits` allow. */
export const contentTree = (sr: Keywords): Item | undefined => {
  let left: number = limits.items;
  const treeOf = (item: Keywords): Item => {
    const children = itemsOf(item, 'ContentSequence');
    left -= children.length;
    const said = itemOf(item, 'ConceptCodeSequence');
    return {
      concept: conceptOf(itemOf(item, 'ConceptNameCodeSequence')),
      valueType: textOf(item, 'ValueType') ?? '',
      written: writtenOf(item),
      ...(said ? { said: conceptOf(said) } : {}),
      items: left < 0 ? [] : children.map(treeOf),
    };
  };
  const tree = treeOf(sr);
  return left < 0 ? undefined : tree;
};
