import { TextNotEncodable, ValueNotEncodable } from '@osteon/dicom';
import { Hl7Error } from '@osteon/hl7';
import { ObjectAbsent } from '@osteon/object-store';
import { z } from 'zod';
import { whyNotBuilt } from './why-not-built.js';

const thrown = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error;
  }
};

describe('a message that cannot be made', () => {
  it.each([
    ['a letter that the receiver does not have', new Hl7Error('102', 'PID-5', 'a letter'), '102 PID-5'],
    ['a document that is not there', new ObjectAbsent('reporting/a'), 'ObjectAbsent'],
    ['a text that DICOM cannot hold', new TextNotEncodable('ISO_IR 100'), 'TextNotEncodable'],
    ['a value that DICOM cannot hold', new ValueNotEncodable('PatientID', 'too long'), 'ValueNotEncodable'],
    ['a document of another form', thrown(() => z.string().parse(1)), 'DocumentNotReadable'],
  ])('says so by code and place: %s', (_, error, why) => {
    expect(whyNotBuilt(error)).toBe(why);
  });

  it('is not one where the world is broken', () => {
    expect(whyNotBuilt(Object.assign(new Error('disk'), { code: 'EIO' }))).toBeUndefined();
  });
});
